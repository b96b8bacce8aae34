package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import dev.belay.processor.behaviour.harness.Failure;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Local variables. */
final class Locals {
  static String name = "static field";

  @AsyncGenerator
  static void B32_siblingScopesWithVariablesOfOneName(Yield<Object> out) {
    {
      int x = await(stage(1));
      out.yield(x);
    }
    {
      String x = "text";
      await(stage(2));
      out.yield(x);
    }
    for (double x = 0; x < 2; x++) {
      out.yield(x);
    }
    for (String x : List.of("a", "b")) {
      out.yield(x);
    }
    if (see(true)) {
      List<Integer> x = List.of(await(stage(3)));
      out.yield(x);
    } else {
      char x = 'c';
      out.yield(x);
    }
    boolean x = await(stage(true));
    out.yield(x);
  }

  @AsyncMethod
  static String B32_localShadowsAField() {
    String before = name;
    String name = await(stage("local"));
    log(name, Locals.name);
    Locals.name = "changed";
    await(stage(1));
    return before + name + Locals.name;
  }

  @AsyncGenerator
  static void B33_localWithoutInitialiserIsFreshEachTurn(Yield<Object> out) {
    for (int i = 0; i < 4; i++) {
      int value;
      String text;
      if (i % 2 == 0) {
        value = i;
        text = "even";
      } else {
        value = await(stage(-i));
        text = null;
      }
      out.yield(value);
      value++;
      out.yield(text);
      out.yield(value);
    }
  }

  @AsyncGenerator
  static void B42_varOfEveryKind(Yield<Object> out) {
    var list = new ArrayList<Map<String, ? extends Number>>();
    list.add(Map.of("a", 1));
    out.yield(list);
    var first = list.get(0);
    await(stage(1));
    var number = first.get("a");
    await(stage(2));
    out.yield(number.intValue());
    final var text = await(stage("t"));
    for (var entry : first.entrySet()) {
      await(stage(3));
      out.yield(entry.getKey() + entry.getValue() + text);
    }
    var array = new int[][] {{1}, {2, 3}};
    for (var row : array) {
      for (var i = 0; i < row.length; i++) {
        out.yield(row[i]);
      }
    }
    try (var in = new java.io.StringReader("x")) {
      await(stage(4));
      out.yield(in.read());
    } catch (java.io.IOException e) {
      log("never");
    }
  }

  @AsyncMethod
  static String B42_capturedWildcards() {
    List<?> unknown = List.of("x", 2);
    var element = unknown.get(0);
    await(stage(1));
    log(element);
    List<? super Integer> sink = new ArrayList<Number>();
    await(stage(3));
    sink.add(await(stage(7)));
    Class<? extends Number> type = Integer.valueOf(1).getClass();
    await(stage(4));
    return type.getSimpleName() + sink;
  }

  @SuppressWarnings("unchecked")
  private static <T> T cast(Object o) {
    return (T) o;
  }

  @AsyncMethod
  static int B43_definiteAssignmentAcrossSuspensions() {
    final int a;
    if (await(stage(true))) {
      a = 1;
    } else {
      a = await(stage(2));
    }
    int b;
    try {
      b = await(stage(10));
    } catch (Failure e) {
      b = -10;
    }
    int c;
    while (true) {
      c = await(stage(100));
      if (see(c > 0)) break;
    }
    int d;
    switch (a) {
      case 1:
        d = await(stage(1000));
        break;
      default:
        throw new Failure("no");
    }
    final int e;
    e = await(stage(10000));
    return a + b + c + d + e;
  }

  @AsyncMethod
  static int B43_assignedInsideAConditionOrItsNegation() {
    int n;
    if ((n = await(stage(3))) > 2 && see(n < 10)) {
      log("n", n);
    }
    boolean done;
    int i = 0;
    while (!(done = await(stage(i == 2)))) {
      i++;
    }
    log(done);
    int x;
    if (!(await(stage(true)) && (x = i) > 0)) {
      return -1;
    }
    await(stage(n));
    return x + n;
  }

  @AsyncMethod
  static int B43_deadAssignmentsAndUnusedVariables() {
    int unused = await(stage(1));
    int overwritten = await(stage(2));
    overwritten = await(stage(3));
    int late;
    await(stage(4));
    late = 5;
    return overwritten + late;
  }

  @AsyncGenerator
  static void B1_severalDeclaratorsInOneStatement(Yield<Object> out) {
    int a = 1, b = await(stage(2)), c[] = {a, b}, d;
    d = a + b;
    out.yield(c);
    out.yield(d);
    String s = "s", t = await(stage(s + "t")), u = s + t;
    out.yield(u);
    int[] matrix[] = {{1}, c};
    await(stage(1));
    out.yield(matrix);
  }

  @AsyncGenerator
  static void B32_manyVariablesOfOneTypeInDisjointScopes(Yield<String> out) {
    for (int i = 0; i < 2; i++) {
      String a = "a" + i;
      out.yield(a);
      String b = a + "b";
      out.yield(b);
      {
        String c = a + b + "c";
        out.yield(c);
      }
      {
        String d;
        if (i == 0) {
          d = "d";
        } else {
          d = a;
        }
        out.yield(d + b);
      }
      String e = b + "e";
      await(stage(e));
      out.yield(e);
    }
  }

  @AsyncMethod
  static long B1_compoundAssignmentsWithoutSuspensionInside() {
    int i = await(stage(5));
    i += 2;
    i <<= 2;
    i ^= 3;
    long sum = i;
    sum -= await(stage(1L));
    byte b = (byte) 127;
    b++;
    b += 3;
    await(stage(b));
    char c = 'a';
    c += 1;
    ++c;
    await(stage(c));
    short s = (short) (b * c);
    int[] a = {1, 2};
    a[await(stage(0))]++;
    --a[1];
    await(stage(a));
    log(i, b, c);
    log(s, a);
    return sum;
  }

  @AsyncMethod
  static String B43_constantsStayConstantAcrossASuspension() {
    final int seven = 7;
    final String text = "te" + "xt";
    await(stage(1));
    final byte narrow = seven;
    byte sum = seven;
    int turns = 0;
    for (int i = 0; i < 2; i++) {
      final long inner = 1L << 40;
      turns += await(stage(1));
      IntSupplier supplier = () -> (int) (inner >> 40) + seven;
      turns += await(stage(supplier.getAsInt()));
      switch (i) {
        case 0:
          final char letter = 'x';
          turns += letter + await(stage(1));
          log(letter, text + letter);
        case seven:
          log("seven", text);
          break;
        default:
          turns += await(stage(2));
      }
    }
    return text + narrow + sum + turns;
  }

  @AsyncMethod
  static void B42_intersectionKeepsItsMembers() {
    var either = see(true) ? "text" : Integer.valueOf(1);
    await(stage(2));
    log(either.compareTo(cast(either)));
    await(stage(3));
    log(either.describeConstable());
    java.io.Serializable both = see(false) ? "a" : List.of(2).get(await(stage(0)));
    Supplier<Object> later = () -> either.describeConstable().get() + String.valueOf(both);
    await(stage(4));
    log(later.get());
    var other = either;
    await(stage(5));
    log(smaller(other, await(stage(6))));
  }

  private static <T extends java.io.Serializable & Comparable<?>> String smaller(T value, int n) {
    return value + "" + n;
  }

  @AsyncMethod
  static String B42_anonymousClassKeepsItsMembers() {
    int base = await(stage(5));
    var counter =
        new Object() {
          int n = base;

          int next() {
            return ++n;
          }
        };
    await(stage(1));
    counter.n += counter.next() + await(stage(2));
    var same = counter;
    var plain = new ArrayList<String>(await(stage(3))) {
          String first() {
            return isEmpty() ? "none" : get(0);
          }
        };
    await(stage(4));
    plain.add("x");
    var list = List.of(new Runnable() {
          int runs;

          @Override
          public void run() {
            runs++;
          }
        });
    for (var each : list) {
      each.run();
      await(stage(each.runs));
      each.run();
    }
    String direct = new Object() {
          String join(String a, String b) {
            return a + b + base;
          }
        }.join("a", await(stage("b")));
    return "" + same.n + (same == counter) + plain.first() + list.get(0).runs + direct;
  }

  @AsyncGenerator
  static void B42_anonymousClassInALoop(Yield<Object> out) {
    for (int i = 0; i < 2; i++) {
      int turn = i;
      var box =
          new Object() {
            String text = "t" + turn;
          };
      out.yield(box.text);
      box.text += await(stage(turn));
      out.yield(box.text);
    }
  }
}
