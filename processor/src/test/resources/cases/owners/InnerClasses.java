package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.function.*;

/** Inner classes of the template's class, and of others, made by accessors and extended. */
class InnerClasses {
  private int base = 10;

  private class Inner {
    final int n;

    Inner(int n) {
      this.n = n + base;
    }

    Inner() {
      this(1);
    }

    class Deep {
      int twice() {
        return n * 2;
      }
    }
  }

  class Open {
    final int n;

    private Open(int n) {
      this.n = n + base;
    }
  }

  abstract class Part<A> {
    final A made;

    Part(A made) {
      this.made = made;
    }

    abstract int number();

    int sum() {
      return number() + base;
    }
  }

  static class Other {
    private class Within {
      final int k;

      Within(int k) {
        this.k = k;
      }
    }

    class Beside {
      final int k;

      private Beside(int k) {
        this.k = k;
      }
    }

    static Other make() {
      log("make");
      return new Other();
    }

    static Other none() {
      return null;
    }
  }

  private InnerClasses me() {
    log("me");
    return this;
  }

  @AsyncMethod
  String C25_objectsOfPrivateInnerClasses() {
    Inner first = new Inner(await(stage(2)));
    Inner[] others = {new Inner(), this.new Inner(3), me().new Inner(await(stage(4)))};
    Supplier<Inner> plain = Inner::new;
    IntFunction<Inner> made = Inner::new;
    Supplier<Inner> inLambda = () -> new Inner(5);
    class Holder {
      Inner own = new Inner(7);
    }
    Holder holder = new Holder();
    Inner.Deep deep = first.new Deep();
    log(others[2].n, await(stage(1)), others[0].n + others[1].n);
    return first.n + plain.get().n + made.apply(6).n + inLambda.get().n + holder.own.n + " " + deep.twice();
  }

  @AsyncMethod
  String C25_privateConstructorsOfInnerClasses() {
    Open open = new Open(await(stage(2)));
    Open other = me().new Open(await(stage(3)));
    IntFunction<Open> made = Open::new;
    Other.Within within = Other.make().new Within(await(stage(4)));
    Other.Beside beside = new Other().new Beside(see(5));
    try {
      log(Other.none().new Within(see(6)).k);
    } catch (NullPointerException e) {
      log("null");
    }
    try {
      log(Other.none().new Beside(await(stage(7))).k);
    } catch (NullPointerException e) {
      log("null again");
    }
    return open.n + other.n + made.apply(1).n + " " + within.k + beside.k;
  }

  @AsyncMethod
  String B35_classesThatExtendInnerOnes() {
    class Plain extends Part<String> {
      Plain(String made) {
        super(made);
        log("plain", made);
      }

      Plain() {
        this("none");
      }

      Plain(InnerClasses around) {
        around.super("explicit");
      }

      @Override
      int number() {
        return made.length();
      }
    }
    class Further extends Plain {
      Further() {
        super("further");
      }
    }
    Part<String> anonymous =
        new Part<String>("a") {
          @Override
          int number() {
            return 2;
          }
        };
    Plain plain = new Plain(await(stage("p")));
    Supplier<Plain> made = Plain::new;
    Part<Integer> inferred =
        new Part<>(await(stage(5))) {
          @Override
          int number() {
            return made + 1;
          }
        };
    return plain.sum() + anonymous.sum() + made.get().sum() + new Further().sum() + inferred.sum()
        + " " + new Plain(this).made;
  }
}
