package dev.belay.processor.refusal;

import static dev.belay.processor.refusal.Check.accepted;
import static dev.belay.processor.refusal.Check.clear;
import static dev.belay.processor.refusal.Check.refused;

import dev.belay.processor.report.Message;
import org.junit.jupiter.api.Test;

/** What this version may not support yet either works or is one clear error at the token. */
class UnsupportedTest {

  private static Source method(String body) {
    return Source.type(
        "class Base { int base() { return 1; } protected int field; }\n"
            + "interface Face { default int face() { return 1; } }\n"
            + "class T extends Base implements Face {\n"
            + "int count; private int hidden; T self() { return this; }\n"
            + "private int secret(int n) { return n; }\n"
            + "class Inner { Inner(int n) {} }\n"
            + "@AsyncMethod int m(CompletionStage<Integer> s, CompletionStage<Object> o)"
            + " throws Exception {\n"
            + body
            + "\n}\n}\n");
  }

  @Test
  void localClassBesideASuspension() {
    clear(method("await(s);\n «class L { }\n await(s); new L(); return 1;"));
  }

  @Test
  void localRecordBesideASuspension() {
    clear(method("«record L(int n) { }\n int a = await(s); return new L(a).n();"));
  }

  @Test
  void localClassThatCaptures() {
    clear(
        method(
            "int a = await(s);\n «class L { int f() { return a; } }\n await(s); return new L().f();"));
  }

  @Test
  void typeVariableOfALocalRecordIsItsOwn() {
    accepted(
        Source.members(
            """
            @AsyncMethod <A> int m(A a, CompletionStage<Integer> s) {
            record L<A>(A value) { }
            L<Integer> one = new L<>(await(s));
             return one.value() + await(s);
            }
            """));
  }

  @Test
  void variableWithATypeArgumentOfSeveralBounds() {
    clear(method("var «all = List.of(1, \"a\");\n return await(s) + all.size();"));
  }

  @Test
  void privateFieldOfAComputedObjectInALambda() {
    clear(method("Runnable f = () -> «self().hidden++;\n f.run(); return await(s);"));
  }

  @Test
  void superCall() {
    clear(method("return «super.base() + await(s);"));
  }

  @Test
  void superField() {
    clear(method("return «super.field + await(s);"));
  }

  @Test
  void superOfAnInterface() {
    clear(method("return «Face.super.face() + await(s);"));
  }

  @Test
  void superMethodReference() {
    clear(method("IntSupplier f = «super::base;\n return f.getAsInt() + await(s);"));
  }

  @Test
  void enclosingInstance() {
    clear(
        Source.members(
            "int n;\n class I { @AsyncMethod int m(CompletionStage<Integer> s) {"
                + " return await(s) + «T.this.n; } }\n"));
  }

  @Test
  void memberOfTheEnclosingInstance() {
    clear(
        Source.members(
            "int n;\n class I { @AsyncMethod int m(CompletionStage<Integer> s) {"
                + " return await(s) + «n; } }\n"));
  }

  @Test
  void methodOfTheEnclosingInstance() {
    clear(
        Source.members(
            "int n() { return 1; }\n class I { @AsyncMethod int m(CompletionStage<Integer> s) {"
                + " return await(s) + «n(); } }\n"));
  }

  @Test
  void innerClassCreated() {
    clear(method("new «Inner(await(s)); return 1;"));
  }

  @Test
  void qualifiedCreation() {
    clear(method("«self().new Inner(await(s)); return 1;"));
  }

  @Test
  void anonymousCreation() {
    clear(
        method(
            "Object a = «new Number[] { await(s), new java.math.BigInteger(\"1\") { } };\n return 1;"));
  }

  @Test
  void anonymousCreationWithASuspension() {
    clear(method("Object a = «new Inner(await(s)) { };\n return 1;"));
  }

  @Test
  void privateFieldOfAComputedObject() {
    clear(method("«self().hidden += 1; return await(s);"));
  }

  @Test
  void privateFieldOfAComputedObjectWithASuspension() {
    clear(method("«self().hidden += await(s); return 1;"));
  }

  @Test
  void privateFieldOfAnAwaitedObject() {
    clear(method("return «((T) await(o)).hidden++;"));
  }

  @Test
  void privateMethodReference() {
    clear(method("IntUnaryOperator f = «this::secret;\n return f.applyAsInt(await(s));"));
  }

  @Test
  void fieldUpdatedAfterASuspension() {
    clear(method("return «((T) await(o)).count++;"));
  }

  @Test
  void switchExpressionWithASuspension() {
    clear(method("return «switch (await(s)) { case 1 -> await(s); default -> { yield 2; } };"));
  }

  @Test
  void switchExpressionWithASuspendingSelector() {
    clear(method("return «switch (await(s)) { case 1 -> 2; default -> 3; };"));
  }

  @Test
  void patternWithASuspension() {
    clear(method("if («await(o) instanceof Integer n) return n;\n return 1;"));
  }

  @Test
  void patternBesideASuspension() {
    clear(
        method(
            "Object p = await(o);\n if («p instanceof Integer n && await(s) == n) return n;\n return 1;"));
  }

  @Test
  void assertion() {
    clear(method("«assert await(s) == 1 : await(o);\n return 1;"));
  }

  @Test
  void yieldAllInTheHeadOfAFor() {
    clear(
        Source.members(
            """
            @AsyncGenerator void m(AsyncIterable<String> a, Yield<String> out) {
            for («out.yieldAll(a); ; ) { break; }
            }
            """));
  }

  @Test
  void yieldAllInTheUpdateOfAFor() {
    clear(
        Source.members(
            """
            @AsyncGenerator void m(AsyncIterable<String> a, Yield<String> out) {
            for (int i = 0; i < 2; i++, «out.yieldAll(a)) { }
            }
            """));
  }

  @Test
  void yieldAllInAnArrowCase() {
    clear(
        Source.members(
            """
            @AsyncGenerator void m(int n, AsyncIterable<String> a, Yield<String> out) {
            switch (n) { case 1 -> «out.yieldAll(a); default -> { } }
            }
            """));
  }

  @Test
  void yieldAllInASwitchExpression() {
    clear(
        Source.members(
            """
            @AsyncGenerator void m(int n, AsyncIterable<String> a, Yield<String> out) {
            int r = switch (n) { case 1 -> { «out.yieldAll(a); yield 1; } default -> 2; };
            }
            """));
  }

  @Test
  void lockWithAJump() {
    clear(
        method(
            "for (;;) { «synchronized (this) { if (count > 0) break; }\n await(s); }\n return 1;"));
  }

  @Test
  void privateStaticMembersThroughAComputedObject() {
    String members =
        """
        private static int total;
        private static int add(int n) { return n; }
        private C find() { return this; }
        """;
    for (String use :
        java.util.List.of(
            "int a = «find().total;",
            "int a = «find().add(1);",
            "int a = «find().add(await(s));",
            "«find().total = 1;",
            "«find().total += await(s);",
            "(«find().total)++;",
            "int a = «await(c).total;",
            "int a = «new C().add(await(s));",
            "Runnable r = () -> «find().total++;")) {
      refused(
          Message.Unsupported,
          Source.type(
              "class C {\n"
                  + members
                  + "@AsyncMethod void m(CompletionStage<Integer> s, CompletionStage<C> c) {\n"
                  + use
                  + "\n}\n}\n"));
    }
  }

  @Test
  void extendingByAPrivateConstructor() {
    String type = "static class P { private P(int n) { } private P() { } P(String s) { } }\n";
    refused(
        Message.Unsupported,
        Source.members(type + "@AsyncMethod void m() { Object o = «new P(1) { }; }\n"));
    refused(
        Message.Unsupported,
        Source.members(type + "@AsyncMethod void m() { «class L extends P { } }\n"));
    accepted(Source.members(type + "@AsyncMethod void m() { Object o = new P(\"\") { }; }\n"));
  }

  @Test
  void patternOfALocalClassWithTheVariablesOfItsTemplate() {
    accepted(
        Source.members(
            "@AsyncMethod <K> boolean m(K key, Object o) { class L { K k = key; }"
                + " return o instanceof L l && l.k == key; }\n"));
    accepted(
        Source.members(
            "@AsyncMethod <K> boolean m(K key, Object o) { class L { K k = key;"
                + " public boolean equals(Object o) { return o instanceof L l && l.k == k; } }"
                + " return new L().equals(o); }\n"));
  }

  @Test
  void exceptionClassWithTheVariablesOfItsTemplate() {
    refused(
        Message.Unsupported,
        Source.members(
            "@AsyncMethod <K> void m(K key) { «class E extends Exception { K k = key; } }\n"));
    refused(
        Message.Unsupported,
        Source.members(
            "@AsyncMethod <K> void m(K key) { throw new IllegalStateException() «{ K k = key; }; }\n"));
    accepted(
        Source.members(
            "@AsyncMethod <K> void m(K key) { throw new IllegalStateException() { }; }\n"));
    refused(
        Message.Unsupported,
        Source.members(
            "@AsyncMethod <K> void m(int n) { if (n > 0) { int k = n;"
                + " throw new RuntimeException() «{ int i = k; }; } }\n"));
  }

  @Test
  void variablesWhoseTypesHaveNoNameAreReportedOnce() {
    refused(
        Message.Unsupported,
        Source.members(
            "@AsyncMethod void m(CompletionStage<Object> s) { var «l = Optional.of(1)"
                + ".map(n -> new Object() { int k = n; });"
                + " for (var x : List.of(l)) { await(s); } }\n"));
  }
}
