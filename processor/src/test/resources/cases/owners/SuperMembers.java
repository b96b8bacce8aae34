package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.function.*;

/** What {@code super} and {@code Outer.super} mean, in bodies, lambdas and inner classes. */
class SuperMembers extends SuperMembersBase<String> {
  int field = 70;

  @Override
  String said(int n) {
    return "below" + n;
  }

  @AsyncMethod
  String C12_fieldsOfTheSuperclass() {
    super.field = 1;
    SuperMembers.super.field += await(stage(2));
    super.field++;
    SuperMembers.super.field--;
    Runnable later =
        () -> {
          super.field++;
          SuperMembers.super.field += 5;
          log(SuperMembers.super.value);
        };
    later.run();
    int sum = super.field + await(stage(1)) + SuperMembers.super.field;
    super.value = await(stage("v"));
    String value = SuperMembers.super.value + super.value;
    log(super.field += await(stage(3)), SuperMembers.super.field++, super.field);
    return sum + value + field + SuperMembers.super.said(await(stage(1))) + super.said(2);
  }

  @AsyncMethod
  int C12_protectedFieldsOfAnotherPackage() {
    int before = new Changing(3).changes();
    return await(SuperMembers_ChangingAsync.changed(new Changing(4))) - before;
  }

  static class Changing extends ArrayList<String> {
    private static final long serialVersionUID = 1;
    int own;

    Changing(int n) {
      modCount = n;
    }

    int changes() {
      return modCount;
    }

    @AsyncMethod
    int changed() {
      super.modCount--;
      Changing.super.modCount += await(stage(2));
      IntSupplier later = () -> super.modCount++ + Changing.super.modCount;
      log(super.modCount++ + await(stage(1)), Changing.super.modCount);
      super.add("a" + await(stage(1)));
      own = Changing.super.modCount--;
      own += await(stage(1)) + --super.modCount;
      Changing.super.modCount = this.modCount * await(stage(10));
      return later.getAsInt() + super.size() + modCount + own;
    }
  }

  @AsyncMethod
  String C12_superOfTheClassAround() {
    return await(SuperMembers_InnerAsync.around(new Inner(), 5));
  }

  class Inner extends SuperMembersBase<Integer> {
    Inner() {
      super.value = 3;
    }

    @AsyncMethod
    String around(int n) {
      SuperMembers.super.field = await(stage(n));
      SuperMembers.this.field = SuperMembers.super.field + await(stage(1));
      SuperMembers.super.field *= await(stage(2));
      Function<Integer, String> far = SuperMembers.super::said;
      Function<Integer, String> near = super::said;
      Function<Integer, String> own = Inner.super::said;
      Supplier<String> deep = () -> SuperMembers.super.said(SuperMembers.super.field++) + super.value;
      await(stage(3));
      return far.apply(1)
          + near.apply(2)
          + own.apply(3)
          + deep.get()
          + SuperMembers.super.said(await(stage(4)))
          + SuperMembers.super.field
          + SuperMembers.this.field
          + super.said(5)
          + Inner.super.value;
    }

    @Override
    String said(int n) {
      return "inner" + n;
    }
  }

  @AsyncMethod
  String C12_genericMethodsOfAGenericSuperclass() {
    return await(SuperMembers_OrderAsync.ordered(new Order(), 2));
  }

  static class Order extends SuperMembersBase<Comparable<?>> {
    @Override
    <S extends Comparable<?>> List<S> listed(S first) {
      return List.of();
    }

    @AsyncMethod
    <S extends Comparable<?>> String ordered(S given) {
      List<S> own = super.listed(given);
      Function<String, List<String>> later = super::listed;
      List<Integer> numbers = super.listed(await(stage(3)));
      return "" + own + later.apply("a") + numbers + super.<Long>listed(await(stage(4L))) + listed(given);
    }
  }
}

class SuperMembersBase<Q> {
  <S extends Q> List<S> listed(S first) {
    return List.of(first);
  }

  int field;
  Q value;

  String said(int n) {
    return "above" + n + field;
  }
}
