package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import org.junit.jupiter.api.Test;

/** Further cases, and the texts, are in {@code DirectCallTest}. */
class TemplateCalledDirectlyTest {
  private static final Checked RULE = Checked.rule("TemplateCalledDirectly");

  @Test
  void calls() {
    RULE.finds(
        """
        @AsyncMethod int two(int a) { return a; }
        int f() { return «two(1); }
        int g(T t) { return t«.two(1); }
        """,
        "TAsync.two(");
  }

  @Test
  void references() {
    RULE.finds(
        """
        @AsyncMethod static int one(int a) { return a; }
        IntUnaryOperator f = «T::one;
        """);
  }

  @Test
  void companionsAndOtherMethods() {
    RULE.accepts(
        """
        @AsyncMethod int two(int a) { return a; }
        int three(int a) { return a; }
        CompletableFuture<Integer> f() { return TAsync.two(this, 1); }
        @AsyncMethod int g() { return await(TAsync.two(this, three(1))); }
        IntUnaryOperator h = this::three;
        """);
  }
}
