package dev.belay.processor.refusal;

import static dev.belay.processor.refusal.Check.accepted;
import static dev.belay.processor.refusal.Check.errors;
import static dev.belay.processor.refusal.Check.refused;
import static dev.belay.processor.refusal.PrivateBody.TYPES;
import static dev.belay.processor.refusal.PrivateBody.acceptedIn;
import static dev.belay.processor.refusal.PrivateBody.refusedIn;

import dev.belay.processor.report.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A private class cannot be named by the companion, where a type variable does not do. */
class PrivateTypeTest {
  @Test
  void variable() {
    acceptedIn("P a = null;");
  }

  @Test
  void creation() {
    acceptedIn("take(new P());");
  }

  @Test
  void creationBesideASuspension() {
    acceptedIn("await(s); take(new P());");
  }

  @Test
  void creationWithASuspension() {
    acceptedIn("Objects.hash(await(s), new P());");
  }

  @Test
  void anonymousSubclass() {
    refusedIn("take(new «P() { });");
    acceptedIn("take(new I2() { public int get() { return 1; } });");
    refusedIn("take(new «I2() { int n; public int get() { return 1; } });");
    refusedIn("take(new «I2() { { take(1); } public int get() { return 1; } });");
    refusedIn("take(new «I2() { public int get() { take(this); return 1; } });");
    refusedIn("take(new «I2() { public int get() { return hashCode(); } });");
    refusedIn(
        "take(new «I2() { public int get() { return 1; } public int hashCode() { return 1; } });");
    refusedIn("int n = 1; take(new «I2() { public int get() { int n = 2; return n; } });");
    refusedIn("take(new «Kept() { public int get() { return 1; } });");
  }

  @Test
  void localSubclass() {
    refusedIn("class L extends «P { }");
  }

  @Test
  void enumConstant() {
    acceptedIn("take(E.A);");
  }

  @Test
  void enumMethod() {
    acceptedIn("int n = E.values().length;");
  }

  @Test
  void cast() {
    acceptedIn("take((P) await(s));");
  }

  @Test
  void instanceOf() {
    acceptedIn("if (await(s) instanceof P) { }");
  }

  @Test
  void pattern() {
    acceptedIn("Object o = await(s);\n if (o instanceof P q) { take(q.n); }");
    acceptedIn("Object o = await(s);\n if (o instanceof P q) { q = null; }");
  }

  @Test
  void classLiteral() {
    acceptedIn("take(P.class);");
  }

  @Test
  void typeArgument() {
    acceptedIn("List<P> all = new ArrayList<>();\n await(s);\n take(all);");
  }

  @Test
  void typeArgumentWithoutASuspension() {
    acceptedIn("Map<String, List<P>> all = new HashMap<>();\n take(all);");
  }

  @Test
  void array() {
    acceptedIn("take(new P[1]);");
  }

  @Test
  void caught() {
    acceptedIn("try { await(s); } catch (X e) { }");
    acceptedIn("try { await(s); } catch (IllegalStateException | X e) { }");
  }

  @Test
  void caughtInALambda() {
    refusedIn("Runnable r = () -> { try { take(1); } catch («X e) { } };");
  }

  @Test
  void inALambda() {
    acceptedIn("Supplier<Object> f = () -> new P();");
  }

  @Test
  void constructorReference() {
    acceptedIn("Supplier<Object> f = P::new;");
  }

  @Test
  void privateRecord() {
    acceptedIn("take(new R(1));");
  }

  @Test
  void fieldOfPrivateType() {
    acceptedIn("take(p);");
  }

  @Test
  void assignedFieldOfPrivateType() {
    acceptedIn("p = null;");
  }

  @Test
  void assignedFieldOfPrivateTypeThroughThis() {
    acceptedIn("int n = await(s) == (this.p = null) ? 1 : 2;");
  }

  @Test
  void privateConstructorThatTakesPrivateTypes() {
    acceptedIn("await(s);\n take(new Taking(null));");
  }

  @Test
  void fieldOfPrivateTypeThroughThis() {
    acceptedIn("int n = this.p.n;");
  }

  @Test
  void resultOfPrivateType() {
    acceptedIn("take(make());");
  }

  @Test
  void inferredVariable() {
    acceptedIn("var a = make();\n await(s);\n take(a);");
  }

  @Test
  void parameterOfTheTemplate() {
    accepted(
        Source.members(
            "private static class P {}\n@AsyncMethod private void m(List<P> all, P... more) { }\n"));
    refused(
        Message.PrivateType,
        Source.members(
            "private interface P { int f(); }\n@AsyncMethod private void m(«P lambda) { }\n"));
    refused(
        Message.PrivateType,
        Source.members(
            "private static class P {}\n@AsyncMethod private <T extends «P> void m(T t) { }\n"));
    refused(
        Message.PrivateType,
        Source.members(
            """
            private interface A {}
            private interface B {}
            private static class P implements A, B {}
            @AsyncMethod private void m(«P p) { }
            """));
  }

  @Test
  void parametersThatTakeNoLambda() {
    accepted(
        Source.members(
            """
            private interface Two { int f(); int g(); }
            private sealed interface Shape permits Dot {}
            private record Dot(int n) implements Shape {}
            @AsyncMethod private int m(Two two, List<Shape> shapes) {
              return two.f() + (shapes.get(0) instanceof Dot dot ? dot.n() : 1);
            }
            """));
  }

  @Test
  void supertypesThatDoNotAgree() {
    String types =
        "interface Keyed { Set<String> values(); }\n"
            + "private static class P extends AbstractMap<String, String> implements %s {"
            + " public Set<String> values() { return Set.of(); }"
            + " public Iterator<String> iterator() { return null; }"
            + " public Set<Map.Entry<String, String>> entrySet() { return Set.of(); } }\n"
            + "@AsyncMethod void m(CompletionStage<Integer> s) { %sP p = new P(); await(s);"
            + " p.values(); }\n";
    refused(Message.PrivateType, Source.members(types.formatted("Keyed", "«")));
    accepted(Source.members(types.formatted("Serializable, Cloneable, Iterable<String>", "")));
  }

  @Test
  void parametersOfOverloads() {
    errors(
        List.of(Message.PrivateType.name(), Message.PrivateType.name()),
        Source.members(
            """
            private record P() {}
            private record Q() {}
            @AsyncMethod private void m(«P p) { }
            @AsyncMethod private void m(«Q q) { }
            """));
  }

  @Test
  void resultOfTheTemplate() {
    refused(
        Message.PrivateType,
        Source.members(
            "private static class P {}\n@AsyncMethod private «P m() { return null; }\n"));
  }

  @Test
  void elementOfTheGenerator() {
    refused(
        Message.PrivateType,
        Source.members(
            "private static class P {}\n@AsyncGenerator private void m(Yield<«P> out) { }\n"));
  }

  @Test
  void boundOfTheTemplate() {
    refused(
        Message.PrivateType,
        Source.members(
            "private static class P {}\n@AsyncMethod private <A extends «P> void m(A a) { }\n"));
  }

  @Test
  void classOfTheTemplate() {
    refused(
        Message.PrivateType,
        Source.members(
            "private static class P { @AsyncMethod int «m(CompletionStage<Integer> s)"
                + " { return await(s); } }\n"));
  }

  @Test
  void nestedInAPrivateClass() {
    accepted(
        Source.members(
            """
            private static class P { static class Q {} }
            @AsyncMethod void m() { P.Q q = null; }
            """));
  }

  @Test
  void genericClass() {
    acceptedIn("Box<String> box = null;");
  }

  @Test
  void inferredGenericClass() {
    acceptedIn("take(box());");
  }

  @Test
  void enumOfAPrivateInterface() {
    refusedIn("take(«Both.ONE);");
  }

  @Test
  void lambda() {
    acceptedIn("take((I2) () -> 1);");
    acceptedIn("I2 one = this::hashCode;\n await(s);\n take(one.get());");
    refusedIn("take((Kept) «() -> 1);");
    refusedIn("Any any = «Objects::requireNonNull;");
  }

  @Test
  void arrayInitializer() {
    acceptedIn("P[] all = {null, p};");
  }

  @Test
  void arrayOfArrays() {
    acceptedIn("take(new P[1][2]);");
  }

  @Test
  void arrayCast() {
    acceptedIn("take((P[]) null);");
  }

  @Test
  void boundOfALocalClass() {
    acceptedIn("class L<A extends P> { A a; } take(new L<P>());");
    refusedIn("class L<A extends «P & Runnable> { A a; } await(s);");
  }

  @Test
  void boundOfTheClassOfTheTemplate() {
    refused(
        Message.PrivateType,
        Source.members(
            "private static class P {}\nstatic class N<A extends P> { @AsyncMethod void «m() { } }"));
  }

  @Test
  void varargsOfAPrivateClass() {
    acceptedIn("all(p, p);");
  }

  @Test
  void varargsThatMakeAnArrayOfAnotherClass() {
    acceptedIn("generic(p);");
    acceptedIn("await(s);\n generic(p, p);\n all();\n all(p, (P) await(s));");
    acceptedIn("await(s); Consumer<P> c = T::all;");
    refused(
        Message.Unsupported,
        Source.members(
            TYPES
                + "@AsyncMethod void m(CompletionStage<Object> s) {\n"
                + "await(s); Consumer<P> c = «T::generic;\n}\n"));
  }

  @Test
  void varargsThatAreTrustedOrGiven() {
    acceptedIn("Arrays.asList(p, p); all(new P[2]); String.format(\"%s\", p);");
  }

  @Test
  void innerClass() {
    acceptedIn("take(new Inner()); take(this.new Inner()); Supplier<Object> f = Inner::new;");
  }

  @Test
  void namedSubclassBesideItsPrivateSuperclass() {
    refusedIn("take(new Named()); «P q = p;");
  }

  @Test
  void namedSubclassAsItsPrivateSuperclass() {
    refusedIn("List<? extends Named> all = List.of();\n «sized(all);");
    refusedIn("Object o = bounded(await(s) == null ? new Named() : null); «reset(new Named());");
  }

  @Test
  void namedSubclassAlone() {
    acceptedIn("Named n = new Named();\n await(s);\n n.n += 1; take(bounded(n)); Named.count++;");
  }

  @Test
  void privateClassInTheSignatureOfWhatIsCalledWhereNothingStandsForIt() {
    refusedIn("record L(int n) { void m() { «reset(null); } } take(new L(1));");
  }

  @Test
  void localRecord() {
    refusedIn("record L(«P one) {} take(new L(null));");
  }

  @Test
  void resourceInALambda() {
    refusedIn("Runnable r = () -> { try («Closing c = new Closing()) { } };");
  }

  @Test
  void staticMembersOfAGenericClass() {
    acceptedIn("Box.made = Box.made + 1;");
  }

  @Test
  void staticFieldOfPrivateType() {
    acceptedIn("take(Holder.INSTANCE);");
  }

  @Test
  void assignedStaticFieldOfPrivateType() {
    acceptedIn("Holder.INSTANCE = null;");
  }

  @Test
  void assignedStaticFieldOfPrivateTypeWithASuspension() {
    acceptedIn("Holder.INSTANCE = (P) await(s);");
  }

  @Test
  void staticMethodThatTakesPrivateTypes() {
    acceptedIn("Holder.set(null);");
  }

  @Test
  void staticMethodThatTakesPrivateTypesWithASuspension() {
    acceptedIn("Holder.set(null, await(s));");
  }

  @Test
  void referenceToAStaticMethodOfPrivateType() {
    acceptedIn("Supplier<Object> f = Holder::get;");
  }

  @Test
  void everythingAtOnce() {
    acceptedIn(
        """
        Map<E, List<R>> grouped = new EnumMap<>(E.class);
        for (R r : List.of(new R(1), new R(2))) {
          grouped.computeIfAbsent(E.A, any -> new ArrayList<>()).add(r);
        }
        Supplier<E> other = () -> {
          E e = E.B;
          return switch (e) { case A -> E.B; case B -> E.A; };
        };
        R[] all = grouped.values().stream().flatMap(List::stream).toArray(n -> new R[n]);
        R best = await(s) == null ? new R(1) : all[0];
        Object either = await(s) instanceof R ? best : p;
        var list = List.of(best, new R(3));
        for (var r : list) {
          take(r.n() + await(s).hashCode() + other.get().ordinal());
        }
        BinaryOperator<R> larger = (a, b) -> a.n() > b.n() ? a : b;
        take(list.stream().reduce(larger).map(R::n).orElse(0));
        class L { R r = new R(4); R get() { return r; } }
        take(new L().get().n());
        p.n += 2;
        this.p.n++;
        Holder.INSTANCE = p;
        List<? extends I2> some = List.of();
        Iterator<? extends I2> each = some.iterator();
        take(each.hasNext() ? each.next().get() : list.toArray(new R[0]));
        X x = new X();
        if (x.getMessage() == null) throw x;
        take(either);
        """);
  }

  @Test
  void inAGenericClass() {
    accepted(
        Source.of(
            "t/T.java",
            """
            package t;
            import dev.belay.*;
            import java.util.*;
            class T<K> {
              private record R(int n) {}
              private int size;
              private static int count(List<R> all) { return all.size(); }
              @AsyncMethod int m(K key) {
                List<R> all = new ArrayList<>(List.of(new R(size), new R(2)));
                return count(all) + all.get(0).n();
              }
            }
            """));
  }

  @Test
  void staticMembersAreFine() {
    accepted(
        Source.members(
            TYPES
                + """
                @AsyncMethod int m(CompletionStage<Integer> s) {
                  Supplier<Integer> f = P::f;
                  P.count += await(s) + P.f() + I.CONSTANT;
                  return P.count++ + f.get();
                }
                """));
  }

  @Test
  void unnamedUseOfItsInstancesIsFine() {
    accepted(
        Source.members(
            """
            private static class P { int n() { return 1; } }
            private static int number() { return new P().n(); }
            @AsyncMethod int m(CompletionStage<Integer> s) { return await(s) + number(); }
            """));
  }
}
