package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import org.junit.jupiter.api.Test;

class TemplateIsLocalTest {
  private static final Checked RULE = Checked.rule("TemplateIsLocal");

  @Test
  void localAndAnonymousClasses() {
    RULE.finds(
        """
        void f() {
          class Task { @AsyncMethod int «run() { return 1; } }
          Object other = new Object() { @AsyncMethod int «run() { return 1; } };
        }
        """,
        "'run' is declared in a class that only one method can name");
  }

  @Test
  void lambdasInTemplates() {
    RULE.accepts(
        """
        @AsyncMethod int a(CompletionStage<String> it) { return await(it.thenApply(each -> each.length())); }
        @AsyncGenerator void b(Yield<String> out) { Runnable run = () -> { }; out.yield(run.toString()); }
        """);
  }

  @Test
  void members() {
    RULE.accepts(
        """
        @AsyncMethod int a() { return 1; }
        static class Nested { @AsyncMethod int b() { return 1; } }
        void f() { class Task { int run() { return 1; } } }
        """);
  }
}
