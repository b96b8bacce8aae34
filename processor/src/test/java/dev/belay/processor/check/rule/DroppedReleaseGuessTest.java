package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import org.junit.jupiter.api.Test;

/** Where a method returns nothing, it may be a guess that somebody needs the release done. */
class DroppedReleaseGuessTest {
  private static final Checked RULE = Checked.rule("DroppedRelease");

  /** As in a book on Vert.x, and in FOLIO: who goes on may well not need that it is closed. */
  @Test
  void whetherSomebodyNeedsItIsAGuess() {
    String goesOn =
        """
        interface Box { CompletionStage<Void> closeAsync(); }
        abstract void restart();
        void replace(Box box) {
          box%s.closeAsync();
          restart();
        }
        """;
    RULE.accepts(goesOn.formatted(""));
    RULE.with("-Abelay.guesses=on").finds(goesOn.formatted("«"));
  }

  /** As in the stores of Vert.x, and in a Writer: the signature is somebody else's. */
  @Test
  void whereTheSignatureIsInheritedIsAGuess() {
    String inherited =
        """
        import io.vertx.core.*;
        interface Box { CompletionStage<Void> closeAsync(); }
        static class Store extends Writer {
          Box box;
          @Override public void write(char[] text, int from, int length) {}
          @Override public void flush() {}
          @Override public void close() { box%1$s.closeAsync(); }
        }
        static class Verticle extends AbstractVerticle {
          Box box;
          @Override public void stop() { box%1$s.closeAsync(); }
        }
        static class Base { void close() {} }
        static class Between extends Base {}
        static class Last extends Between {
          Box box;
          @Override void close() { box%1$s.closeAsync(); }
        }
        """;
    RULE.accepts(inherited.formatted(""));
    RULE.with("-Abelay.guesses=on").finds(inherited.formatted("«"));
    RULE.finds(
        """
        interface Box { CompletionStage<Void> closeAsync(); }
        static class Base { void close(int mode) {} private void stop() {} }
        static class Store extends Base {
          Box box;
          void close() { box«.closeAsync(); }
          void stop() { box«.closeAsync(); }
        }
        """);
  }

  /** As in the WebSockets of Quarkus: the code says that it is closed, or that it could not be. */
  @Test
  void whereTheCodeBelievesThatItIsDone() {
    RULE.finds(
        """
        interface Box { CompletionStage<Void> closeAsync(); }
        Consumer<String> cleanup(Box box) {
          return new Consumer<String>() {
            @Override public void accept(String name) {
              try {
                box«.closeAsync();
                System.out.println("closed " + name);
              } catch (RuntimeException e) {
                System.out.println("not closed " + name);
              }
            }
          };
        }
        """);
    RULE.accepts(
        """
        interface Box { CompletionStage<Void> closeAsync(); }
        Consumer<String> cleanup(Box box) {
          return new Consumer<String>() {
            @Override public void accept(String name) {
              try {
                System.out.println("closing " + name);
                box.closeAsync();
              } finally {
                System.out.println("over " + name);
              }
            }
          };
        }
        """);
  }

  /** As in the transaction log of Pulsar: whoever waits for the close is told too early. */
  @Test
  void whereAPromiseIsKeptBesideIt() {
    RULE.finds(
        """
        interface Box { CompletionStage<Void> closeAsync(); }
        interface Listener { void closed(); void failed(Throwable failure); }
        abstract void stop(Listener listener);
        CompletableFuture<Void> close(Box box) {
          CompletableFuture<Void> closed = new CompletableFuture<>();
          stop(new Listener() {
            @Override public void closed() {
              closed.complete(null);
              box«.closeAsync();
            }
            @Override public void failed(Throwable failure) {
              closed.completeExceptionally(failure);
              box.closeAsync();
            }
          });
          return closed;
        }
        """);
  }
}
