package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;

/** What is unboxed is unboxed when it is evaluated, before what stands behind it suspends. */
final class Unboxing extends UnboxingBase {
  private static final int SIZE = 2;

  private int secret(int first, long second) {
    return first + (int) second;
  }

  static int sum(String name, int... all) {
    int sum = name.length();
    for (int each : all) {
      sum += each;
    }
    return sum;
  }

  static final class Pair {
    final long left;
    final int right;

    private Pair(long left, int right) {
      this.left = left;
      this.right = right;
    }
  }

  class Inner {
    final int all;

    Inner(int left, int right) {
      all = left + right;
    }

    Inner(String name, int... numbers) {
      all = sum(name, numbers);
    }
  }

  @AsyncMethod
  String C1_argumentsAreUnboxedBeforeTheNextOneSuspends() {
    log(Math.max(present("p"), await(stage(3))));
    return "" + Math.max(missing("a"), await(stage(2)));
  }

  @AsyncMethod
  String C1_aParameterThatIsNullIsUnboxedBeforeTheNextOneSuspends() {
    final Integer kept = null;
    try {
      return "" + Math.max(kept, await(stage(2)));
    } catch (NullPointerException e) {
      log("caught", await(stage(3)));
      return "caught";
    }
  }

  @AsyncMethod
  String C1_awaitedArgumentsAreUnboxedBeforeTheNextOneSuspends() {
    return "" + Math.max(await(stage((Integer) null)), await(stage(2)));
  }

  @AsyncMethod
  int C1_elementsOfVarargsAreUnboxedInOrder() {
    log(sum("x", present("p"), await(stage(3))));
    log(sum("xy", new int[] {await(stage(4))}));
    return sum("x", missing("a"), await(stage(2)));
  }

  @AsyncMethod
  int C1_argumentsOfPrivateMethodsAreUnboxedInOrder() {
    log(secret(present("p"), await(stage(3))));
    return secret(missing("a"), await(stage(2)));
  }

  @AsyncMethod
  int C1_argumentsOfSuperCallsAreUnboxedInOrder() {
    log(super.add(present("p"), await(stage(3))));
    return super.add(missing("a"), await(stage(2)));
  }

  @Override
  int add(int left, int right) {
    return -1;
  }

  @AsyncMethod
  int C1_argumentsOfConstructorsAreUnboxedInOrder() {
    Pair pair = new Pair(present("p"), await(stage(3)));
    log(pair.left, pair.right);
    return new Pair(missing("a"), await(stage(2))).right;
  }

  @AsyncMethod
  int C1_argumentsOfInnerConstructorsAreUnboxedInOrder() {
    Unboxing outer = this;
    log(outer.new Inner(present("p"), await(stage(3))).all);
    log(outer.new Inner(present("q"), await(stage(3))) {}.all);
    return outer.new Inner(missing("a"), await(stage(2))) {}.all;
  }

  @AsyncMethod
  int C1_varargsOfInnerAnonymousClassesAreUnboxedInOrder() {
    Unboxing outer = this;
    log(outer.new Inner("x", present("p"), await(stage(3))) {}.all);
    return outer.new Inner("x", missing("a"), await(stage(2))) {}.all;
  }

  @AsyncMethod
  int C1_argumentsOfAnonymousClassesAreUnboxedInOrder() {
    log(new UnboxingBase(present("p"), await(stage(3))) {}.base);
    return new UnboxingBase(missing("a"), await(stage(2))) {}.base;
  }

  @AsyncMethod
  int C1_anIndexIsUnboxedBeforeTheValueSuspends() {
    int[] cells = {1, 2, 3};
    Integer second = 1;
    cells[second] = await(stage(7));
    log(cells[1]);
    return cells[missing("index")] = await(stage(2));
  }

  @AsyncMethod
  int C1_theIndexOfAnUpdateIsUnboxedBeforeTheValueSuspends() {
    int[] cells = {1, 2, 3};
    Integer second = 1;
    cells[second] += await(stage(7));
    log(cells[1]);
    return cells[missing("index")] += await(stage(2));
  }

  @AsyncMethod
  int C1_elementsOfAnInitialiserAreUnboxedInOrder() {
    long[] wide = {await(stage(1)), await(stage(2))};
    log(wide);
    Integer[] boxes = {missing("box"), await(stage(2))};
    log(boxes[0]);
    int[] cells = {missing("a"), await(stage(2))};
    return cells[0];
  }

  @AsyncMethod
  int C1_dimensionsAreUnboxedInOrder() {
    log(new int[present("p") - 998][await(stage(3))].length);
    return new int[SIZE][missing("a")][await(stage(2))].length;
  }

  @AsyncMethod
  String C1_aNullInAConcatenationIsNoFailure() {
    return "x" + missing("a") + await(stage(2)) + sum("y");
  }

  @AsyncMethod
  String C1_boxesAreNotUnboxedWhereObjectsAreWanted() {
    return String.format("%s %s", missing("a"), await(stage(2)));
  }

  @AsyncMethod
  int C1_whatAConditionalOrASwitchYieldsIsUnboxedInOrder() {
    log(Math.max(see(true) ? present("p") : 1, await(stage(3))));
    log(Math.max(see(false) ? 1 : await(stage(present("q"))), await(stage(3))));
    return Math.max(
        switch (await(stage(1))) {
          case 1 -> missing("a");
          default -> 2;
        },
        await(stage(2)));
  }

  @AsyncMethod
  int C1_whatIsReturnedIsUnboxedInsideOfItsTry() {
    try {
      log("before", await(stage(1)));
      return missing("a");
    } catch (NullPointerException e) {
      log("caught", await(stage(2)));
      return 5;
    } finally {
      log("finally", await(stage(3)));
    }
  }
}

class UnboxingBase {
  final int base;

  UnboxingBase() {
    this(0, 0);
  }

  UnboxingBase(int left, long right) {
    base = left + (int) right;
  }

  int add(int left, int right) {
    return left + right;
  }
}
