package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import org.junit.jupiter.api.Test;

class SwallowedCancellationTest {
  private static final Checked RULE = Checked.rule("SwallowedCancellation");

  @Test
  void aRetry() {
    RULE.finds(
        """
        abstract CompletionStage<String> read();
        @AsyncMethod String f() {
          for (;;) {
            try {
              return await(read());
            } catch («RuntimeException e) {
              System.out.println(e.getMessage());
            }
          }
        }
        """,
        "catch (CancellationException e) { throw e; } before it");
  }

  @Test
  void everyTypeThatCatchesIt() {
    RULE.finds(
        """
        abstract CompletionStage<String> read();
        abstract AsyncIterable<String> rows();
        @AsyncMethod void g() { try { await(read()); } catch («Throwable e) { System.out.println(e); } }
        @AsyncMethod void h() {
          try {
            for (String row : each(rows())) System.out.println(row);
          } catch (UncheckedIOException | «IllegalStateException e) {
            System.out.println();
          }
        }
        """);
  }

  @Test
  void aDefaultValue() {
    RULE.finds(
        """
        abstract CompletionStage<String> read();
        @AsyncMethod String f() {
          try { return await(read()); } catch («Exception e) { return "none"; }
        }
        """);
  }

  @Test
  void passedOn() {
    RULE.accepts(
        """
        abstract CompletionStage<String> read();
        @AsyncMethod String before() {
          try {
            return await(read());
          } catch (CancellationException e) {
            throw e;
          } catch (RuntimeException e) {
            return "";
          }
        }
        @AsyncMethod String wrapped() {
          try { return await(read()); } catch (RuntimeException e) { throw new IllegalStateException(e); }
        }
        @AsyncMethod String asked() {
          try {
            return await(read());
          } catch (RuntimeException e) {
            if (e instanceof CancellationException) throw e;
            return "";
          }
        }
        """);
  }

  @Test
  void kept() {
    RULE.accepts(
        """
        abstract CompletionStage<String> read();
        abstract void report(Throwable failure);
        @AsyncMethod List<Throwable> collected() {
          List<Throwable> failures = new ArrayList<>();
          try { await(read()); } catch (RuntimeException e) { failures.add(e); }
          return failures;
        }
        @AsyncMethod void reported() {
          try { await(read()); } catch (RuntimeException e) { report(e); }
        }
        @AsyncMethod Throwable returned() {
          try { await(read()); return null; } catch (RuntimeException e) { return e; }
        }
        """);
  }

  @Test
  void typesThatDoNotCatchIt() {
    RULE.accepts(
        """
        abstract CompletionStage<String> read();
        @AsyncMethod String f() {
          try { return await(read(), IOException.class); } catch (IOException e) { return ""; }
        }
        @AsyncMethod String g() {
          try { return await(read()); } catch (IllegalArgumentException | UncheckedIOException e) { return ""; }
        }
        """);
  }

  @Test
  void whereNothingSuspends() {
    RULE.accepts(
        """
        abstract CompletionStage<String> read();
        @AsyncMethod int f() {
          String text = await(read());
          try { return Integer.parseInt(text); } catch (RuntimeException e) { return 0; }
        }
        String plain(CompletableFuture<String> stage) {
          try { return stage.join(); } catch (RuntimeException e) { return ""; }
        }
        """);
  }

  @Test
  void whoNamesItHasThoughtOfIt() {
    RULE.accepts(
        """
        abstract CompletionStage<String> read();
        @AsyncMethod String f() {
          try {
            return await(read());
          } catch (CancellationException e) {
            return "";
          } catch (RuntimeException e) {
            return "?";
          }
        }
        """);
  }

  @Test
  void whoCancelsExpectsIt() {
    RULE.accepts(
        """
        @AsyncMethod void f(CompletableFuture<String> task) {
          task.cancel(false);
          try { await(task); } catch (CancellationException expected) { }
        }
        """);
  }

  @Test
  void silenced() {
    RULE.accepts(
        """
        abstract CompletionStage<String> read();
        @SuppressWarnings("SwallowedCancellation")
        @AsyncMethod void f() { try { await(read()); } catch (RuntimeException e) { } }
        """);
  }
}
