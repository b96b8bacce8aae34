package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import org.junit.jupiter.api.Test;

/** Further cases are in {@code OutsideTemplateTest}. */
class SuspensionOutsideBodyTest {
  private static final Checked RULE = Checked.rule("SuspensionOutsideBody");

  @Test
  void words() {
    RULE.finds(
        """
        String f(CompletionStage<String> it) { return «await(it); }
        void g(AsyncIterable<String> all) { for (String each : «each(all)) { } }
        void h(AsyncScope<String> scope) { String it = «using(scope); }
        Function<CompletionStage<String>, String> i = «Async::await;
        """,
        "outside of a template");
  }

  @Test
  void templatesOfEveryKind() {
    RULE.accepts(
        """
        @AsyncGenerator void f(AsyncIterable<String> all, Yield<String> out) {
          for (String each : each(all)) { out.yield(each); }
        }
        @AsyncResource void g(AsyncScope<String> scope, Yield<String> out) {
          String it = using(scope);
          out.yield(it);
        }
        @AsyncMethod int h(AsyncScope<String> scope) {
          String it = using(scope);
          return it.length();
        }
        """);
  }

  @Test
  void templatesAndOtherWords() {
    RULE.accepts(
        """
        @AsyncMethod String f(CompletionStage<String> it) { return await(it); }
        CompletableFuture<Void> g() { return sleep(Duration.ZERO); }
        String h() throws Exception { return run(() -> CompletableFuture.completedFuture("")); }
        static class Other { void await(String it) { } void f() { await(""); } }
        """);
  }
}
