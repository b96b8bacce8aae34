package dev.belay.processor.refusal;

import static dev.belay.processor.refusal.Check.accepted;
import static dev.belay.processor.refusal.Check.refused;

import dev.belay.processor.report.Message;
import org.junit.jupiter.api.Test;

/** A private class cannot be named by the companion. */
class PrivateTypeTest {
  private static final String TYPES =
      """
      private static class P { int n; static int count; static int f() { return 1; } }
      private enum E { A, B }
      private static class X extends RuntimeException {}
      private interface I { int CONSTANT = 1; }
      private record R(int n) {}
      private static class Holder {
        static P INSTANCE;
        static void set(P p) {}
        static void set(P p, Object o) {}
        static P get() { return INSTANCE; }
      }
      private P p;
      private static P make() { return new P(); }
      static void take(Object o) {}
      static class Taking { private Taking(P p) {} }
      """;

  private static void refusedIn(String body) {
    refused(
        Message.PrivateType,
        Source.members(
            TYPES + "@AsyncMethod void m(CompletionStage<Object> s) {\n" + body + "\n}\n"));
  }

  @Test
  void variable() {
    refusedIn("«P a = null;");
  }

  @Test
  void creation() {
    refusedIn("take(new «P());");
  }

  @Test
  void creationBesideASuspension() {
    refusedIn("await(s); take(new «P());");
  }

  @Test
  void creationWithASuspension() {
    refusedIn("Objects.hash(await(s), new «P());");
  }

  @Test
  void anonymousSubclass() {
    refusedIn("take(new «P() { });");
  }

  @Test
  void localSubclass() {
    refusedIn("class L extends «P { }");
  }

  @Test
  void enumConstant() {
    refusedIn("take(«E.A);");
  }

  @Test
  void enumMethod() {
    refusedIn("int n = «E.values().length;");
  }

  @Test
  void cast() {
    refusedIn("take((«P) await(s));");
  }

  @Test
  void instanceOf() {
    refusedIn("if (await(s) instanceof «P) { }");
  }

  @Test
  void pattern() {
    refusedIn("Object o = await(s);\n if (o instanceof «P q) { }");
  }

  @Test
  void classLiteral() {
    refusedIn("take(«P.class);");
  }

  @Test
  void typeArgument() {
    refusedIn("List<«P> all = new ArrayList<>();\n await(s);\n take(all);");
  }

  @Test
  void typeArgumentWithoutASuspension() {
    refusedIn("Map<String, List<«P>> all = new HashMap<>();\n take(all);");
  }

  @Test
  void array() {
    refusedIn("take(new «P[1]);");
  }

  @Test
  void caught() {
    refusedIn("try { await(s); } catch («X e) { }");
  }

  @Test
  void inALambda() {
    refusedIn("Supplier<Object> f = () -> new «P();");
  }

  @Test
  void constructorReference() {
    refusedIn("Supplier<Object> f = «P::new;");
  }

  @Test
  void privateRecord() {
    refusedIn("take(new «R(1));");
  }

  @Test
  void fieldOfPrivateType() {
    refusedIn("take(«p);");
  }

  @Test
  void assignedFieldOfPrivateType() {
    refusedIn("«p = null;");
  }

  @Test
  void assignedFieldOfPrivateTypeThroughThis() {
    refusedIn("int n = await(s) == («this.p = null) ? 1 : 2;");
  }

  @Test
  void privateConstructorThatTakesPrivateTypes() {
    refusedIn("await(s);\n take(«new Taking(null));");
  }

  @Test
  void fieldOfPrivateTypeThroughThis() {
    refusedIn("int n = «this.p.n;");
  }

  @Test
  void resultOfPrivateType() {
    refusedIn("take(«make());");
  }

  @Test
  void inferredVariable() {
    refusedIn("var a = «make();\n await(s);\n take(a);");
  }

  @Test
  void parameterOfTheTemplate() {
    refused(
        Message.PrivateType,
        Source.members(
            "private static class P {}\n@AsyncMethod private void m(List<«P> all) { }\n"));
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
    refused(
        Message.PrivateType,
        Source.members(
            """
            private static class P { static class Q {} }
            @AsyncMethod void m() { «P.Q q = null; }
            """));
  }

  @Test
  void staticFieldOfPrivateType() {
    refusedIn("take(«Holder.INSTANCE);");
  }

  @Test
  void assignedStaticFieldOfPrivateType() {
    refusedIn("«Holder.INSTANCE = null;");
  }

  @Test
  void assignedStaticFieldOfPrivateTypeWithASuspension() {
    refusedIn("Holder.INSTANCE = («P) await(s);");
  }

  @Test
  void staticMethodThatTakesPrivateTypes() {
    refusedIn("«Holder.set(null);");
  }

  @Test
  void staticMethodThatTakesPrivateTypesWithASuspension() {
    refusedIn("«Holder.set(null, await(s));");
  }

  @Test
  void referenceToAStaticMethodOfPrivateType() {
    refusedIn("Supplier<Object> f = «Holder::get;");
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
