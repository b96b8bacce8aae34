package dev.belay.processor.refusal;

import static dev.belay.processor.refusal.Check.asJavac;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A name that nobody declares or generates is reported when the rounds are over, once, by javac;
 * nobody else is blamed.
 */
class UnresolvedTypeTest {
  private static final List<Source> STUBS =
      List.of(
          Source.file(
              "TAsync",
              "class TAsync { static CompletableFuture<Integer> m(T t, CompletionStage<Integer> s)"
                  + " { return null; } }"));
  private static final Source CALLER =
      Source.file("Caller", "class Caller { Object a(T t) { return TAsync.m(t, null); } }");

  private static Source method(String body) {
    return Source.members(
        "@AsyncMethod int m(CompletionStage<Integer> s) {\n" + body + "\nreturn 1; }\n");
  }

  private static void unresolved(String body) {
    asJavac(STUBS, method(body), CALLER);
  }

  @Test
  void variable() {
    unresolved("Missing a = null;");
  }

  @Test
  void creation() {
    unresolved("await(s);\n Object a = new Missing();");
  }

  @Test
  void typeArgument() {
    unresolved("List<Missing> a = null;");
  }

  @Test
  void qualified() {
    unresolved("java.util.Missing a = null;");
  }

  @Test
  void ofAMissingPackage() {
    unresolved("missing.Missing a = null;");
  }

  @Test
  void caught() {
    unresolved("try { await(s); } catch (Missing e) { }");
  }

  @Test
  void cast() {
    unresolved("Object a = (Missing) null;");
  }

  @Test
  void staticCall() {
    unresolved("await(Missing.call());");
  }

  @Test
  void inALambda() {
    unresolved("Supplier<Object> f = () -> new Missing();");
  }

  @Test
  void callersOfTheCompanionAreNotBlamed() {
    asJavac(STUBS, method("Missing a = null;"), CALLER);
  }

  @Test
  void companionsOfOtherClassesAreNotBlamed() {
    asJavac(
        List.of(
            STUBS.get(0),
            Source.file(
                "UseAsync",
                "class UseAsync { static CompletableFuture<Integer> m(Use u, T t)"
                    + " { return null; } }")),
        method("Missing a = null;"),
        Source.file(
            "Use", "class Use { @AsyncMethod int m(T t) { return await(TAsync.m(t, null)); } }"),
        Source.file("Last", "class Last { Object a(Use u, T t) { return UseAsync.m(u, t); } }"));
  }

  @Test
  void companionThatDoesNotExist() {
    unresolved("await(MissingAsync.rows());");
  }

  @Test
  void inTheSignatureIsJavacs() {
    asJavac(List.of(), Source.members("@AsyncMethod void m(Missing a) { }\n"));
  }

  @Test
  void asElementIsJavacs() {
    asJavac(List.of(), Source.members("@AsyncGenerator void m(Yield<Missing> out) { }\n"));
  }

  @Test
  void importIsJavacs() {
    asJavac(
        List.of(),
        Source.type("import t.Missing;\nclass T { @AsyncMethod void m() { Missing a = null; } }"));
  }

  @Test
  void superclassIsJavacs() {
    asJavac(
        List.of(), Source.type("class T extends Missing { @AsyncMethod int m() { return 1; } }"));
  }

  @Test
  void severalNames() {
    asJavac(List.of(), method("Missing a = null;\n Other b = null;"));
  }

  @Test
  void oneNameInTwoTemplates() {
    asJavac(
        List.of(),
        Source.members(
            """
            @AsyncMethod void m() { Missing a = null; }
            @AsyncMethod void n() { Missing a = null; }
            """));
  }
}
