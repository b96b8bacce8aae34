package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import org.junit.jupiter.api.Test;

class IteratorNotClosedTest {
  private static final Checked RULE = Checked.rule("IteratorNotClosed");

  @Test
  void inABody() {
    RULE.finds(
        """
        @AsyncMethod String first(AsyncIterable<String> rows) {
          AsyncIterator<String> it = rows«.iterator();
          return await(it.advance()) ? it.current() : "";
        }
        """,
        "'it' is never closed");
  }

  @Test
  void inPlainCode() {
    RULE.finds(
        """
        CompletionStage<String> first(AsyncIterable<String> rows) {
          var it = rows«.iterator();
          return it.advance().thenApply(has -> has ? it.current() : "");
        }
        """);
  }

  @Test
  void aConversation() {
    RULE.finds(
        """
        @AsyncGenerator static void talk(Exchange<String, Integer> out) { out.yield(""); }
        @AsyncMethod void f() {
          AsyncConversation<String, Integer> talk = TAsync«.talk();
          await(talk.advance());
          await(talk.send(1));
        }
        """);
  }

  @Test
  void closed() {
    RULE.accepts(
        """
        @AsyncMethod String inFinally(AsyncIterable<String> rows) {
          AsyncIterator<String> it = rows.iterator();
          try {
            return await(it.advance()) ? it.current() : "";
          } finally {
            await(it.closeAsync());
          }
        }
        CompletionStage<?> chained(AsyncIterable<String> rows) {
          AsyncIterator<String> it = rows.iterator();
          return it.advance().handle((has, failure) -> it.closeAsync()).thenCompose(done -> done);
        }
        Supplier<CompletionStage<Void>> byReference(AsyncIterable<String> rows) {
          AsyncIterator<String> it = rows.iterator();
          return it::closeAsync;
        }
        """);
  }

  @Test
  void closedByOthers() {
    RULE.accepts(
        """
        @AsyncMethod void walked(AsyncIterable<String> rows) {
          AsyncIterator<String> it = rows.iterator();
          for (String row : each(borrow(it))) System.out.println(row);
        }
        AsyncIterator<String> returned(AsyncIterable<String> rows) {
          AsyncIterator<String> it = rows.iterator();
          return it;
        }
        abstract void own(AsyncIterator<String> it);
        void given(AsyncIterable<String> rows) {
          AsyncIterator<String> it = rows.iterator();
          own(it);
        }
        AsyncIterator<String> kept;
        void kept(AsyncIterable<String> rows) {
          AsyncIterator<String> it = rows.iterator();
          this.kept = it;
        }
        AsyncIterator<String> wrapped(AsyncIterable<String> rows) {
          AsyncIterator<String> it = rows.iterator();
          return new AsyncIterator<>() {
            @Override public CompletionStage<Boolean> advance() { return it.advance(); }
            @Override public String current() { return it.current(); }
            @Override public CompletionStage<Void> closeAsync() { return it.closeAsync(); }
          };
        }
        """);
  }

  @Test
  void notItsOwn() {
    RULE.accepts(
        """
        CompletionStage<Boolean> parameter(AsyncIterator<String> it) { return it.advance(); }
        CompletionStage<Boolean> borrowed(Supplier<AsyncIterator<String>> open) {
          AsyncIterator<String> it = open.get();
          return it.advance();
        }
        void plain(List<String> rows) {
          Iterator<String> it = rows.iterator();
          if (it.hasNext()) System.out.println(it.next());
        }
        """);
  }

  @Test
  void silenced() {
    RULE.accepts(
        """
        CompletionStage<Boolean> f(AsyncIterable<String> rows) {
          @SuppressWarnings("IteratorNotClosed")
          AsyncIterator<String> it = rows.iterator();
          return it.advance();
        }
        """);
  }
}
