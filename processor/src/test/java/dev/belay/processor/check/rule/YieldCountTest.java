package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import org.junit.jupiter.api.Test;

class YieldCountTest {
  private static final Checked RULE = Checked.rule("YieldCount");

  @Test
  void never() {
    RULE.finds(
        """
        abstract CompletionStage<String> open() throws IOException;
        @AsyncResource void «none(Yield<String> out) { await(sleep(Duration.ZERO)); }
        @AsyncResource void «onOnePath(boolean b, Yield<String> out) { if (b) out.yield(""); }
        @AsyncResource void «returned(boolean b, Yield<String> out) { if (b) return; out.yield(""); }
        @AsyncResource void «inALoop(int n, Yield<String> out) { for (int i = 0; i < n; i++) { out.yield(""); return; } }
        @AsyncResource void «inASwitch(int n, Yield<String> out) {
          switch (n) { case 1 -> out.yield(""); case 2 -> out.yield(""); }
        }
        @AsyncResource void «swallowed(Yield<String> out) {
          try { String it = await(open()); out.yield(it); } catch (IOException e) { System.out.println(e); }
        }
        """,
        "can end without yielding a resource");
  }

  @Test
  void twice() {
    RULE.finds(
        """
        @AsyncResource void inARow(Yield<String> out) { out.yield(""); out«.yield(""); }
        @AsyncResource void onOnePath(boolean b, Yield<String> out) { if (b) { out.yield(""); } else { } out«.yield(""); }
        @AsyncResource void inALoop(Yield<String> out) { do { out«.yield(""); } while (System.nanoTime() > 0); }
        @AsyncResource void afterItsFailure(String a, String b, Yield<String> out) {
          try { out.yield(a); } catch (IllegalArgumentException e) { out«.yield(b); }
        }
        """,
        "may have been yielded before");
  }

  @Test
  void onceOnEveryPath() {
    RULE.accepts(
        """
        abstract CompletionStage<String> open() throws IOException;
        @AsyncResource void plain(Yield<String> out) { out.yield(""); }
        @AsyncResource void branches(boolean b, Yield<String> out) { if (b) out.yield("a"); else out.yield("b"); }
        @AsyncResource void returns(boolean b, Yield<String> out) { if (b) { out.yield("a"); return; } out.yield("b"); }
        @AsyncResource void guarded(String it, Yield<String> out) { try { out.yield(it); } finally { System.out.println(); } }
        @AsyncResource void arms(int n, Yield<String> out) {
          switch (n) { case 1 -> out.yield("a"); case 2 -> throw new IllegalStateException(); default -> out.yield("b"); }
        }
        enum E { A, B }
        @AsyncResource void all(E e, Yield<String> out) { switch (e) { case A -> out.yield("a"); case B -> out.yield("b"); } }
        """);
  }

  @Test
  void failuresAndLoops() {
    RULE.accepts(
        """
        abstract CompletionStage<String> open() throws IOException;
        @AsyncResource void thrown(boolean b, Yield<String> out) {
          if (b) throw new IllegalStateException();
          out.yield("");
        }
        @AsyncResource void wrapped(Yield<String> out) {
          try { String it = await(open()); out.yield(it); } catch (IOException e) { throw new UncheckedIOException(e); }
        }
        @AsyncResource void swallowedAtTheYield(String it, Yield<String> out) {
          try { out.yield(it); } catch (IllegalArgumentException e) { System.out.println(e); }
        }
        @AsyncResource void again(Yield<String> out) {
          String it = null;
          while (true) { try { it = await(open()); break; } catch (IOException e) { continue; } }
          out.yield(it);
        }
        @AsyncResource void endless(Yield<String> out) { for (;;) { out.yield(""); return; } }
        """);
  }

  @Test
  void otherTemplates() {
    RULE.accepts(
        """
        @AsyncGenerator void none(Yield<String> out) { }
        @AsyncGenerator void many(Yield<String> out) { out.yield(""); out.yield(""); }
        @AsyncMethod void method() { }
        """);
  }
}
