package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** Inner classes of a generic class, by their simple names: those of this very parameterization. */
class InnerNames<T> {
  T value;

  class Inner {
    static final int K = 3;
    T t = value;

    T get() {
      return t;
    }

    class Deep {
      T d = t;
    }

    Inner self() {
      return this;
    }
  }

  class Gen<U> {
    final U u;
    final T t = value;

    Gen(U u) {
      this.u = u;
    }
  }

  static class Base<B> {
    class In {
      B b;

      In() {}

      In(B b) {
        this.b = b;
      }
    }
  }

  interface Face<F> {
    F same(F in);
  }

  private static <T> InnerNames<T> of(T value) {
    InnerNames<T> names = new InnerNames<>();
    names.value = value;
    return names;
  }

  @AsyncMethod
  T B36_namesInAllPlaces() {
    Inner inner = new Inner();
    List<Inner> list = new ArrayList<Inner>();
    list.add(inner);
    await(stage(1));
    list.add((Inner) await(stage(inner)));
    Function<Inner, T> lambda = (Inner x) -> x.t;
    Function<Inner, T> reference = Inner::get;
    Map<Inner, Gen<? extends T>> map = new HashMap<Inner, Gen<? extends T>>();
    map.put(inner, new Gen<T>(value));
    Face<Inner> face =
        new Face<Inner>() {
          public Inner same(Inner in) {
            Inner other = in;
            return other.self();
          }
        };
    log(Inner.class.getSimpleName(), Inner.K + await(stage(1)));
    for (Inner each : list) {
      log(each == await(stage(each)), each.t);
    }
    Inner.Deep deep = inner.new Deep();
    await(stage(2));
    T first = deep.d;
    log(map.get(list.get(await(stage(1)))).u, lambda.apply(face.same(inner)));
    return reference.apply(inner) == first ? value : null;
  }

  @AsyncMethod
  T B36_constructorsOfInnerClasses() {
    Supplier<Inner> news = Inner::new;
    Function<String, Gen<String>> generic = Gen::new;
    Function<T, Gen<T>> given = Gen<T>::new;
    await(stage(1));
    Supplier<Supplier<Inner>> deep = () -> Inner::new;
    class Local {
      Supplier<Inner> made = Inner::new;
      Gen<T> gen = given.apply(value);

      class Member {
        T member = gen.t;
      }

      Member member() {
        return new Member();
      }

      Supplier<Member> members = Member::new;
    }
    await(stage(2));
    Supplier<Local> locals = Local::new;
    class Sub extends Base<T> {
      Supplier<In> none = In::new;
      Function<T, In> one = In::new;
    }
    await(stage(3));
    log(locals.get().member().member, locals.get().members.get().member);
    log(Stream.of("a", "b").map(Gen::new).map(gen -> "" + gen.u + gen.t).collect(Collectors.toList()));
    log(new Sub().one.apply(value).b, new Sub().none.get().b, generic.apply("g").u);
    return deep.get().get() == news.get() ? null : locals.get().made.get().t;
  }

  @AsyncMethod
  static <A> List<A> ofAnother(List<A> in, InnerNames<A> names) {
    InnerNames<A>.Inner inner = names.new Inner();
    InnerNames<A>.Gen<List<A>> gen = names.new Gen<>(in);
    await(stage(1));
    InnerNames<A>.Inner.Deep deep = inner.new Deep();
    Function<InnerNames<A>.Inner, A> lambda = (InnerNames<A>.Inner x) -> x.get();
    List<InnerNames<A>.Inner> list = new ArrayList<InnerNames<A>.Inner>(List.of(await(stage(inner))));
    in.add(lambda.apply(list.get(0)));
    in.add(deep.d);
    return gen.u;
  }

  @AsyncMethod
  static Object B36_innerClassesOfAnotherObject() {
    return await(InnerNamesAsync.ofAnother(new ArrayList<>(List.of("x")), of("y")));
  }

  @AsyncMethod
  <X> X memberOfALocalGenericClass(X given) {
    class Local<U> {
      U u;

      Local(U u) {
        this.u = u;
      }

      class Deep {
        X x = given;
        U own = u;
      }

      Deep deep() {
        return new Deep();
      }

      Supplier<Deep> deeper() {
        return Deep::new;
      }
    }
    await(stage(1));
    var local = new Local<>("u");
    Local<String>.Deep deep = local.new Deep();
    await(stage(2));
    log(deep.own, local.deep().own, local.deeper().get().own);
    return await(stage(true)) ? local.deep().x : deep.x;
  }

  @AsyncMethod
  static Object B35_memberOfALocalGenericClass() {
    return await(InnerNamesAsync.memberOfALocalGenericClass(of(1), "z"));
  }
}
