package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.function.*;

/** Classes with names that extend private ones: what they inherit needs no accessor. */
class NamedSubclasses {
  private static class Base {
    static int made;
    int n;

    Base(int n) {
      this.n = n;
      made++;
    }

    int n() {
      return n;
    }
  }

  static class Named extends Base {
    Named(int n) {
      super(n);
    }
  }

  private static class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;
    final int code;

    Failed(int code) {
      this.code = code;
    }
  }

  static class NamedFailure extends Failed {
    private static final long serialVersionUID = 1;

    NamedFailure(int code) {
      super(code);
    }
  }

  static class Held<A extends Base> {
    A held;

    Held(A held) {
      this.held = held;
    }
  }

  static int size(List<? extends Base> all) {
    return all.size();
  }

  static <A extends Base> A same(A one) {
    return one;
  }

  static String told(Base any) {
    return "base";
  }

  static String told(Named one) {
    return "named";
  }

  private static List<Named> named() {
    return List.of(new Named(5), new Named(6));
  }

  @AsyncMethod
  String B38_inheritedMembersOfPrivateClasses() {
    Named one = new Named(await(stage(3)));
    one.n = await(stage(5));
    one.n += await(stage(1));
    one.n++;
    Named.made = await(stage(7)) + Named.made * 0;
    ToIntFunction<Named> read = Named::n;
    return one.n() + one.n + told(one) + read.applyAsInt(one) + Named.made;
  }

  @AsyncMethod
  String B38_membersThatMentionPrivateClasses() {
    List<? extends Named> all = named();
    log(await(stage(1)));
    Held<Named> held = new Held<>(new Named(await(stage(2))));
    held.held = same(all.get(0));
    return all.get(1).n() + size(all) + size(List.of(new Named(await(stage(4))))) + "," + held.held.n();
  }

  @AsyncMethod
  int B38_failuresAndPatternsOfNamedSubclasses() {
    Object any = new Named(await(stage(1)));
    try {
      log(any instanceof Named named ? named.n() : 0);
      throw new NamedFailure(await(stage(3)));
    } catch (NamedFailure e) {
      return e.code + await(stage(1));
    }
  }
}
