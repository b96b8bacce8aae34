package dev.belay.processor.refusal;

import static dev.belay.processor.refusal.Check.accepted;
import static dev.belay.processor.refusal.Check.errors;
import static dev.belay.processor.refusal.Check.refused;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The words of a body where no body is compiled: most often, an annotation was forgotten. */
class OutsideTemplateTest {

  private static void outside(String members) {
    refused("SuspensionOutsideBody", Source.members(members));
  }

  @Test
  void await() {
    outside("String f(CompletionStage<String> s) { return «await(s); }\n");
  }

  @Test
  void qualifiedAwait() {
    outside("String f(CompletionStage<String> s) { return Async«.await(s); }\n");
  }

  @Test
  void awaitOfAFailure() {
    outside(
        """
        String f(CompletionStage<String> s) throws IOException {
        return «await(s, IOException.class);
        }
        """);
  }

  @Test
  void each() {
    outside("void f(AsyncIterable<String> all) { for (String a : «each(all)) { } }\n");
  }

  @Test
  void using() {
    outside("void f(AsyncScope<String> scope) { String a = «using(scope); }\n");
  }

  @Test
  void methodReference() {
    outside("Function<CompletionStage<String>, String> f = «Async::await;\n");
  }

  @Test
  void inAConstructor() {
    outside("T(CompletionStage<String> s) { «await(s); }\n");
  }

  @Test
  void inAField() {
    outside("CompletionStage<String> s; String f = «await(s);\n");
  }

  @Test
  void inAStaticInitializer() {
    outside("static CompletionStage<String> s; static { «await(s); }\n");
  }

  @Test
  void inALambda() {
    outside("CompletionStage<String> s; Supplier<String> f = () -> «await(s);\n");
  }

  @Test
  void inADelegationOfConstructors() {
    outside("T(String a) { }\n T(CompletionStage<String> s) { this(«await(s)); }\n");
  }

  @Test
  void inAClassWithoutTemplates() {
    errors(
        List.of("SuspensionOutsideBody"),
        Source.members("@AsyncMethod int m(CompletionStage<Integer> s) { return await(s); }\n"),
        Source.file(
            "Use", "class Use { int f(CompletionStage<Integer> s) { return «await(s); } }"));
  }

  @Test
  void besideATemplate() {
    outside(
        """
        @AsyncMethod int m(CompletionStage<Integer> s) { return await(s); }
        int f(CompletionStage<Integer> s) { return «await(s); }
        """);
  }

  @Test
  void eachUseOnce() {
    errors(
        List.of("SuspensionOutsideBody", "SuspensionOutsideBody"),
        Source.members(
            "int f(CompletionStage<Integer> s) {\n return «await(s)\n + «await(s);\n}\n"));
  }

  @Test
  void operationsForEverywhere() {
    accepted(
        Source.members(
            """
            void f(AsyncIterator<String> i, CompletionStage<String> s, Executor e) {
              borrow(i);
              gather(s, s);
              shield(s);
              resumeOn(e);
              sleep(java.time.Duration.ZERO);
            }
            """));
  }

  @Test
  void othersMethodsOfTheSameName() {
    accepted(
        Source.type(
            """
            class T {
              int await(int n) { return n; }
              static <A> A using(A a) { return a; }
              int f() { return await(1) + T.using(2) + this.await(3); }
            }
            """));
  }

  @Test
  void helpersThatTakeAYield() {
    accepted(Source.members("static void f(Yield<String> out) { out.yield(\"\"); }\n"));
  }
}
