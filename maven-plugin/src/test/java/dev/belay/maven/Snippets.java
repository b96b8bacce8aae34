package dev.belay.maven;

/** Java and pieces of poms that more than one project has. */
final class Snippets {
  static final String RELEASE = "<maven.compiler.release>17</maven.compiler.release>";

  /** A callback waits in line 9: a warning by default. */
  static final String WARNING =
      """
      import java.util.concurrent.CompletableFuture;

      class Careless {
        CompletableFuture<String> load() {
          return CompletableFuture.supplyAsync(() -> "text");
        }

        CompletableFuture<String> twice() {
          return load().thenApply(text -> text + load().join());
        }
      }
      """;

  static final String CLEAN =
      """
      class Plain {
        int twice(int x) {
          return 2 * x;
        }
      }
      """;

  /** Does not compile without what Lombok adds, and has a warning in line 12. */
  static final String LOMBOK =
      """
      import java.util.concurrent.CompletableFuture;

      @lombok.Data
      class Person {
        private String name;

        CompletableFuture<String> load() {
          return CompletableFuture.supplyAsync(() -> getName());
        }

        CompletableFuture<String> twice() {
          return load().thenApply(text -> text + load().join());
        }
      }
      """;

  private Snippets() {}
}
