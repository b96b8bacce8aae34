package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.function.*;

/** Private members with the names that accessors of ours have. */
class AccessorNames {
  private record Row(String key) {}

  private record a1(int a0) {}

  private interface Step {
    int go(int n);
  }

  private boolean is_open = true;
  private static int type_Row = 4;
  private int a = 1;
  private int a2 = 2;
  private String self = "self";

  private boolean is_open() {
    return is_open;
  }

  private boolean is_Row(Object any) {
    return any instanceof Row row && row.key().isEmpty();
  }

  private static String of_x(int x) {
    return "x" + x;
  }

  private static String of_Row(Row row) {
    return "of" + row.key();
  }

  private Row as_Row(Object any) {
    return new Row("as" + any);
  }

  private Object only_Row(Object any) {
    return "only";
  }

  private static Object[] found_Row(Object... any) {
    return any;
  }

  private Class<?> class_Row() {
    return String.class;
  }

  private Row[] array_Row(int n) {
    return new Row[n + 10];
  }

  private Object all_Row(Class<?> type, Object any) {
    return null;
  }

  private static Step lambda_Step(Object any) {
    return n -> n + 100;
  }

  private int a() {
    return a;
  }

  private static int a0(int a0) {
    return a0 + 1;
  }

  private String self() {
    return self;
  }

  private static int value(int value) {
    return value + type_Row;
  }

  private Row new_Row(String key) {
    return new Row("new " + key);
  }

  private Row set_a(int n) {
    a = n;
    return new Row("set" + n);
  }

  @AsyncMethod
  String B32_privateMembersNamedLikeAccessors() {
    Row row = await(stage(new Row("r")));
    Object any = row;
    String all = "" + is_open() + is_Row(any) + of_x(1) + of_Row(row) + as_Row(2).key() + only_Row(any) + found_Row(any).length;
    all += class_Row().getSimpleName() + array_Row(1).length + all_Row(Row.class, any) + lambda_Step(row).go(await(stage(3)));
    all += a() + a0(5) + self() + value(6) + new_Row("key").key() + set_a(7).key() + a + a2++ + a2;
    is_open &= await(stage(false));
    type_Row += await(stage(1));
    self += type_Row;
    Step step = n -> n + a0(n);
    Predicate<Object> test = one -> one instanceof Row r && is_open | r.key().equals("r") && one instanceof Row;
    if (any instanceof Row one && ((Row) any).equals(one) && one.getClass() == Row.class) {
      one = new_Row(self);
      all += one.key() + new Row[2].length + await(stage(step.go(1))) + test.test(any);
    }
    a1 other = new a1(8);
    return all + is_open() + value(1) + other.a0() + await(stage(other)).a0();
  }
}
