package dev.belay.processor.refusal;

import static dev.belay.processor.refusal.Check.asJavac;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What javac refuses in a body is said by javac, in its words, once. */
class JavacErrorTest {
  private static final List<Source> STUBS =
      List.of(
          Source.file(
              "TAsync",
              "class TAsync {\n"
                  + "static CompletableFuture<Integer> good() { return null; }\n"
                  + "static CompletableFuture<Integer> m(T t, CompletionStage<Integer> s, int n)"
                  + " { return null; }\n"
                  + "static CompletableFuture<Integer> m(T t, CompletionStage<Integer> s)"
                  + " { return null; }\n}\n"));

  private static Source method(String body) {
    return Source.members(
        "@AsyncMethod static int good() { return 1; }\n"
            + "@AsyncMethod int m(CompletionStage<Integer> s, int n) {\n"
            + body
            + "\n}\n");
  }

  private static final Source CALLER =
      Source.file(
          "Caller",
          """
          import static t.TAsync.good;
          class Caller { CompletableFuture<Integer> a = good();
          CompletableFuture<Integer> b(T t) { return TAsync.m(t, null, 1); } }""");

  private static void javac(String body) {
    asJavac(STUBS, method(body), CALLER);
  }

  @Test
  void wrongType() {
    javac("String a = await(s);\n return 1;");
  }

  @Test
  void unknownMethod() {
    javac("unknown(await(s));\n return 1;");
  }

  @Test
  void unknownVariable() {
    javac("await(s);\n return unknown;");
  }

  @Test
  void unknownMember() {
    javac("await(s).unknown();\n return 1;");
  }

  @Test
  void wrongResult() {
    javac("return \"\";");
  }

  @Test
  void wrongArgument() {
    javac("return await(1);");
  }

  @Test
  void wrongOperand() {
    javac("return await(s) - \"\";");
  }

  @Test
  void wrongCondition() {
    javac("if (await(s)) { }\n return 1;");
  }

  @Test
  void valueInAGenerator() {
    asJavac(STUBS, Source.members("@AsyncGenerator void m(Yield<String> out) { return 1; }\n"));
  }

  @Test
  void wrongElement() {
    asJavac(STUBS, Source.members("@AsyncGenerator void m(Yield<String> out) { out.yield(1); }\n"));
  }

  @Test
  void notAStatement() {
    asJavac(STUBS, method("n + 1;\n return 1;"));
  }

  @Test
  void missingReturn() {
    asJavac(
        STUBS, Source.members("@AsyncMethod int m(CompletionStage<Integer> s) { await(s); }\n"));
  }

  @Test
  void uninitializedVariable() {
    javac("int a;\n if (await(s) > 1) a = 1;\n return a;");
  }

  @Test
  void unreachableStatement() {
    javac("return await(s);\n n++;");
  }

  @Test
  void unreachableAfterLoop() {
    javac("while (true) await(s);\n return 1;");
  }

  @Test
  void uncheckedException() {
    javac("return await(s, IOException.class);");
  }

  @Test
  void thrownCheckedException() {
    javac("await(s);\n throw new IOException();");
  }

  @Test
  void exceptionThatIsNeverThrown() {
    javac("try { return await(s); } catch (IOException e) { return 1; }");
  }

  @Test
  void assignedTwice() {
    javac("final int a = await(s);\n a = 2;\n return a;");
  }

  @Test
  void capturedButAssigned() {
    javac("int a = await(s);\n a++;\n IntSupplier f = () -> a;\n return 1;");
  }

  @Test
  void declaredTwice() {
    javac("int a = 1; int a = await(s);\n return a;");
  }

  @Test
  void breakOutsideOfALoop() {
    javac("await(s);\n break;");
  }

  @Test
  void continueOutsideOfALoop() {
    javac("await(s);\n continue;");
  }

  @Test
  void unknownLabel() {
    javac("for (;;) { await(s); break out; }");
  }

  @Test
  void abstractClassCreated() {
    javac("Object o = new Number();\n return await(s);");
  }

  @Test
  void privateMemberOfAnotherClass() {
    asJavac(
        STUBS,
        method("return await(s) + Other.n;"),
        Source.file("Other", "class Other { private static int n; }"),
        CALLER);
  }

  @Test
  void duplicateCaseLabel() {
    javac("switch (await(s)) { case 1: break; case 1: break; }\n return 1;");
  }

  @Test
  void staticContext() {
    asJavac(
        STUBS,
        Source.members(
            "@AsyncMethod static void m(CompletionStage<T> s) { await(s); this.hashCode(); }\n"));
  }

  @Test
  void typeErrorAndFlowErrorInTwoTemplates() {
    // javac looks at the flow of a class only when its types are right.
    asJavac(
        STUBS,
        Source.members(
            """
            @AsyncMethod int a(CompletionStage<Integer> s) { return ""; }
            @AsyncMethod int b(CompletionStage<Integer> s) { await(s); }
            """));
  }

  @Test
  void twoFlowErrors() {
    asJavac(
        STUBS,
        Source.members(
            """
            @AsyncMethod int a(CompletionStage<Integer> s) { await(s); }
            @AsyncMethod int b(CompletionStage<Integer> s) { await(s); }
            """));
  }

  @Test
  void errorBesideATemplate() {
    asJavac(
        STUBS,
        Source.members(
            """
            int field = "";
            @AsyncMethod int m(CompletionStage<Integer> s) { return await(s); }
            """),
        Source.file("Caller", "class Caller { Object a(T t) { return TAsync.m(t, null); } }"));
  }

  @Test
  void flowErrorBesideATemplate() {
    asJavac(
        STUBS,
        Source.members(
            """
            int f() { }
            @AsyncMethod int m(CompletionStage<Integer> s) { return await(s); }
            """),
        Source.file("Caller", "class Caller { Object a(T t) { return TAsync.m(t, null); } }"));
  }

  @Test
  void flowErrorInATemplateBesideATypeErrorInAnotherMethod() {
    asJavac(
        STUBS,
        Source.members(
            """
            String f() { return 1; }
            @AsyncMethod int m(CompletionStage<Integer> s) { await(s); }
            @AsyncMethod int n(CompletionStage<Integer> s) { int a; await(s); return a; }
            """));
  }
}
