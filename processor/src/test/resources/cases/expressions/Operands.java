package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import dev.belay.processor.behaviour.harness.Failure;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Suspensions among operands: what stands to the left has been evaluated, what stands to the right has not. */
final class Operands {
  private static int field = 1;
  private int member = 1;
  private static Operands none;

  private static int set(int value) {
    field = value;
    return see(value);
  }

  @AsyncMethod
  static String C1_leftOperandIsEvaluatedFirst() {
    field = 1;
    int a = field + await(stage(set(10)));
    int b = see(1) + see(2) * await(stage(see(3))) - see(4);
    return a + " " + b;
  }

  @AsyncMethod
  static String C2_assignedByALaterOperand() {
    int x = 1;
    int y = x + (x = await(stage(5))) + x;
    int z = x++ + await(stage(x)) + ++x;
    x = x++ + await(stage(7));
    return x + " " + y + " " + z;
  }

  @AsyncMethod
  static String C5_divisionByZeroAfterBothOperands() {
    try {
      return "" + see(1) / await(stage(see(0)));
    } catch (ArithmeticException e) {
      return "caught";
    }
  }

  @AsyncMethod
  static String C6_shortCircuit() {
    boolean a = see(true) && await(stage(see(false))) && see(true);
    boolean b = see(false) || await(stage(see(true))) || see(false);
    boolean c = !(see(false) && await(stage(true))) && (await(stage(see(true))) || see(false));
    if (see(true) && !await(stage(false)) || see(true)) log("then");
    return a + " " + b + " " + c;
  }

  @AsyncMethod
  static String C7_bothSidesOfAnd() {
    return "" + (see(false) & await(stage(see(true)))) + (see(true) | await(stage(see(false))))
        + (see(true) ^ await(stage(see(true))));
  }

  @AsyncMethod
  static String C8_conditional() {
    int a = see(true) ? await(stage(1)) : see(2);
    int b = await(stage(false)) ? see(1) : see(0) + await(stage(2));
    return see("x") + (see(false) ? await(stage("y")) : await(stage("z"))) + a + b;
  }

  @AsyncMethod
  static String C9_typeOfTheConditional() {
    boolean yes = see(true);
    Object o = yes ? 1 : await(stage(2.0));
    Object p = yes ? 1 : (double) await(stage(2.0));
    CompletionStage<Integer> none = stage((Integer) null);
    Integer q = yes ? await(none) : 0;
    return o + " " + p + " " + q;
  }

  @AsyncMethod
  static String C10_compoundAssignmentReadsFirst() {
    field = 1;
    field += await(stage(set(100)));
    int local = 3;
    local *= await(stage(local = 4));
    String s = "s";
    s += await(stage(s = "t")) + see("u");
    return field + " " + local + s;
  }

  @AsyncMethod
  String C11_compoundAssignmentToAField() {
    Operands self = this;
    self.member += await(stage(4));
    try {
      none.member += await(stage(see(5)));
    } catch (NullPointerException e) {
      log("caught before");
    }
    return "" + member;
  }

  @AsyncMethod
  static String C12_assignmentToAField() {
    try {
      none.member = await(stage(see(5)));
    } catch (NullPointerException e) {
      log("caught after");
    }
    return "end";
  }

  @AsyncMethod
  static String C13_arrayStore() {
    int[] a = null;
    try {
      a[see(0)] = await(stage(see(1)));
    } catch (NullPointerException e) {
      log("null after");
    }
    int[] b = new int[1];
    try {
      b[see(7)] = await(stage(see(1)));
    } catch (ArrayIndexOutOfBoundsException e) {
      log("bounds after");
    }
    Object[] c = new String[1];
    try {
      c[0] = await(stage(1));
    } catch (ArrayStoreException e) {
      log("store after");
    }
    int i = 0;
    b[i++] = await(stage(i)) + i;
    return Arrays.toString(b) + i;
  }

  @AsyncMethod
  static String C14_compoundArrayStore() {
    int[] a = null;
    try {
      a[see(0)] += await(stage(see(1)));
    } catch (NullPointerException e) {
      log("null before");
    }
    int[] b = {1, 2, 3};
    try {
      b[see(7)] += await(stage(see(1)));
    } catch (ArrayIndexOutOfBoundsException e) {
      log("bounds before");
    }
    int i = 0;
    b[i++] += await(stage(10));
    b[await(stage(1))] *= await(stage(5));
    b[await(stage(2))]++;
    --b[await(stage(2))];
    int[] nested = {0};
    nested[0] += (nested[0] += await(stage(42)));
    int[][] multi = {{1}, {2}};
    multi[await(stage(1))][await(stage(0))] -= await(stage(3));
    return Arrays.toString(b) + nested[0] + multi[1][0];
  }

  @AsyncMethod
  static String C16_chainedAssignment() {
    int[] a = new int[3];
    int i = 0;
    i = a[i] = await(stage(2));
    int v = a[await(stage(1))] += await(stage(3));
    int x, y;
    x = y = await(stage(9));
    return Arrays.toString(a) + i + v + x + y;
  }

  @AsyncMethod
  static String C18_arrays() {
    int[] a = {4, 5, 6};
    int read = a[await(stage(1))];
    int[][] made = new int[await(stage(2))][await(stage(3))];
    int[][][] open = new int[await(stage(1))][][];
    try {
      log(new int[see(-1)][await(stage(see(2)))].length);
    } catch (NegativeArraySizeException e) {
      log("negative after");
    }
    return read + " " + made.length + made[0].length + open.length;
  }

  @AsyncMethod
  static String C19_arrayInitializers() {
    int x = 1;
    int[] a = {x, x = await(stage(5)), x};
    int[][] b = {{1}, {await(stage(2)), x}, {}};
    List<Integer> c = Arrays.asList(see(1), await(stage(2)), see(3));
    return Arrays.toString(a) + Arrays.deepToString(b) + c;
  }

  private String join(Object a, Object b, Object c) {
    return "" + a + b + c;
  }

  @AsyncMethod
  String C20_receiverAndArguments() {
    String all = see(this) .join(see(1), await(stage(see(2))), see(3));
    try {
      none.join(see(1), await(stage(see(2))), see(3));
    } catch (NullPointerException e) {
      log("null after the arguments");
    }
    return all + await(stage("abc")).substring(await(stage(1))).concat(await(stage("d")));
  }

  @Override
  public String toString() {
    return "operands";
  }

  @AsyncMethod
  static String C22_nestedAwaits() {
    return await(stage("a" + await(stage("b" + await(stage("c"))))))
        + (char) (int) await(stage(100 + await(stage(1))))
        + (await(stage((Object) "s")) instanceof String);
  }

  @AsyncMethod
  static String C24_varargs() {
    String a = String.format("%s-%s-%s", see(1), await(stage(2)), see(3));
    String b = String.format("%s", new Object[] {await(stage("one"))});
    return a + b + Arrays.asList(await(stage(new Integer[] {1, 2})));
  }

  static class Made {
    final String what;

    Made(Object a, Object b) {
      what = "" + a + b;
    }

    class Part {
      final String all;

      Part(Object c) {
        all = what + c;
      }
    }
  }

  @AsyncMethod
  static String C25_constructors() {
    Made made = new Made(see(1), await(stage(see(2))));
    Made.Part part = made.new Part(await(stage(3)));
    Made nothing = null;
    try {
      nothing.new Part(await(stage(see(4))));
    } catch (NullPointerException e) {
      log("null before");
    }
    Made anonymous =
        new Made(await(stage("x")), see("y")) {
          @Override
          public String toString() {
            return "anonymous" + what;
          }
        };
    List<String> diamond = new ArrayList<>(await(stage(List.of("l"))));
    return made.what + part.all + anonymous + diamond;
  }

  @AsyncMethod
  static String C27_concatenation() {
    StringBuilder b = new StringBuilder("b");
    String s = b + "" + await(stage(b.append("c"))) + b;
    String t = see('x') + 1 + await(stage("m")) + null + 1.5f + 'c' + 2L;
    char c = 'c';
    String u = c + 1 + await(stage("u")) + c + 1;
    String v = await(stage((String) null)) + await(stage(1));
    return s + t + u + v;
  }

  @AsyncMethod
  static String C28_boxesAreCompared() {
    boolean same = await(stage(1000)) == await(stage(1000));
    boolean equal = await(stage(1000)) == 1000;
    Integer one = 1000;
    boolean identical = one == await(stage(one));
    return same + " " + equal + " " + identical;
  }

  private Integer count = 1;

  private Operands counted() {
    log("counted");
    return this;
  }

  /** Found by random programs (seed 17404): the left side of && stands in another statement. */
  @AsyncMethod
  String C32_whatAConditionBindsBesideAFieldThatIsStored() {
    Object o = "text";
    Object n = 5;
    boolean same = o instanceof String s && (counted().count += s.length()) > 4;
    boolean other = !(n instanceof Integer i) || (counted().count -= i) == 0;
    int chosen = n instanceof Integer j ? (counted().count *= j) : -1;
    if (o instanceof String t && n instanceof Integer k && (counted().count -= k) < t.length()) {
      log(t, k);
    }
    while (n instanceof Integer m && (counted().count += m) < 20) {
      log(m);
    }
    return same + " " + other + chosen + count;
  }

  /** Found by random programs (seed 25151): javac unboxes an operand before it goes on. */
  @AsyncMethod
  static String C1_operandsAreUnboxedWhenTheyAreEvaluated() {
    Integer none = await(stage((Integer) null));
    Long big = 3L;
    String found = "";
    for (int i = 0; i < 7; i++) {
      try {
        switch (i) {
          case 0 -> found += none * await(stage(i));
          case 1 -> found += (none < await(stage(i)));
          case 2 -> found += (none == await(stage(i)).intValue());
          case 3 -> found += (none == await(stage(i)));
          case 4 -> found += none + await(stage("text"));
          case 5 -> {
            Integer sum = none;
            sum += await(stage(i));
            found += sum;
          }
          default -> found += (big << await(stage(i))) + big * await(stage(2)) + -big;
        }
      } catch (NullPointerException e) {
        log("null", i, await(stage(i)));
      }
    }
    return found;
  }

  @AsyncMethod
  static String C31_promotion() {
    byte b = 127;
    b += await(stage(1));
    short s = (short) (b + await(stage(40000)));
    char c = 'a';
    c += await(stage(1));
    long l = 1 << await(stage(33));
    long m = 1L << await(stage(33));
    float f = 1 / await(stage(2)) + 1 / (float) await(stage(2));
    int i = 'a' + await(stage(1));
    double d = await(stage(1)) / 2 + await(stage(1)) / 2.0;
    return b + " " + s + c + l + " " + m + f + i + d + (5 - -await(stage(3))) + ~await(stage(0));
  }

  @AsyncMethod
  static String C32_instanceofBinds() {
    Object o = see("text");
    if (o instanceof String s && s.length() > await(stage(2)) && !s.isEmpty()) {
      log(s, await(stage(s)));
    }
    if (!(await(stage(o)) instanceof String t)) {
      return "never";
    }
    String u = o instanceof String w ? w + await(stage(w)) : "none";
    return t + u;
  }

  /** Found by random programs, seed 5327. */
  @AsyncMethod
  static String C32_whatAnOperandBindsStaysInIt() {
    Object t = await(stage((Object) "text"));
    int number = await(stage(1));
    String found = "";
    if (((Object)
                (switch (number) {
                  case 1 -> {
                    log(t instanceof String match && !match.isEmpty() ? match : "none");
                    yield (Object) 1;
                  }
                  default -> "other";
                }))
            instanceof Integer one
        && one + await(stage(1)) == 2) {
      found = "one" + one;
    }
    if ((Object) (t instanceof String s ? s.length() : 0) instanceof Integer length
        && await(stage(length)) == 4) {
      found += length;
    }
    return found;
  }

  @AsyncMethod
  static String C34_lambdaOperands() {
    int local = await(stage(1));
    Function<Integer, Integer> plus = x -> x + local;
    return apply(x -> x * local, await(stage(5))) + apply(plus.andThen(x -> -x), await(stage(6)));
  }

  private static String apply(Function<Integer, Integer> f, int x) {
    return "" + f.apply(x);
  }

  @AsyncMethod
  static String C35_methodReferenceOperands() {
    String s = null;
    try {
      log(supply(s::length, await(stage(see(1)))));
    } catch (NullPointerException e) {
      log("null before");
    }
    return supply("abc"::length, await(stage(1)));
  }

  private static String supply(Supplier<Integer> f, int x) {
    return f.get() + "" + x;
  }

  @AsyncMethod
  static String B17_switchExpressions() {
    String all = "";
    for (int i = 0; i < 4; i++) {
      all += see(i) + switch (await(stage(i))) {
        case 0 -> await(stage("zero"));
        case 1, 2 -> {
          String s = await(stage("some"));
          if (i == 1) yield s + 1;
          yield s;
        }
        default -> throw new Failure("no " + await(stage(i)));
      };
      all += switch (i) {
        case 0:
          log("fall");
        case 1:
          yield await(stage("old"));
        default:
          yield "new";
      };
    }
    return all;
  }

  @AsyncMethod
  static String B41_assertions() {
    assert await(stage(see(true))) : await(stage("never"));
    try {
      assert await(stage(see(false))) : "detail" + await(stage(1));
    } catch (AssertionError e) {
      return e.getMessage();
    }
    return "off";
  }

  @AsyncGenerator
  static void C36_heads(Yield<Integer> out) {
    while (await(stage(field)) < await(stage(3))) {
      field++;
      if (field == 2) continue;
      out.yield(field + await(stage(10)));
    }
    for (int i = await(stage(0)); i < await(stage(2)); i += await(stage(1))) {
      if (i == await(stage(5))) break;
      out.yield(i);
    }
    for (int x : new int[] {await(stage(7)), 8}) out.yield(x);
    switch (await(stage("k"))) {
      case "k" -> out.yield(await(stage(100)));
      default -> out.yield(0);
    }
    field = 1;
  }

  @AsyncMethod
  static int total(int n) {
    return n == 0 ? 0 : n * 10 + await(OperandsAsync.total(n - 1)) + await(stage(n));
  }

  @AsyncMethod
  static int C37_aBodyThatAwaitsItself() {
    return await(OperandsAsync.total(3));
  }
}
