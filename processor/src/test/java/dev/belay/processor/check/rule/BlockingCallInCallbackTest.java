package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import org.junit.jupiter.api.Test;

class BlockingCallInCallbackTest {
  private static final Checked RULE = Checked.rule("BlockingCallInCallback");

  /** streamnative/kop#932 is of this kind. */
  @Test
  void stagesThatTheCallbackStarts() {
    RULE.finds(
        """
        abstract CompletableFuture<String> load(int key);
        interface Client { CompletionStage<String> fetch(String key); }
        CompletableFuture<String> a(CompletableFuture<Integer> key) { return key.thenApply(it -> load(it)«.join()); }
        CompletionStage<String> b(CompletionStage<String> key, Client client) {
          return key.thenApply(it -> client.fetch(it).thenApply(String::strip).toCompletableFuture()«.join());
        }
        """,
        "waits inside a callback ('thenApply')");
  }

  /** As in Crate, whose join waits for both sides, and asks each again for what it captured. */
  @Test
  void behindAVariableThatCombinesThem() {
    RULE.with("-Abelay.guesses=on")
        .accepts(
            """
            interface Side { CompletableFuture<String> captured(); }
            void f(Side left, Side right) {
              CompletableFuture<Void> both = CompletableFuture.allOf(left.captured(), right.captured());
              both.whenComplete((done, failure) -> {
                if (failure == null) System.out.println(left.captured().join() + right.captured().join());
              });
            }
            """);
  }

  /** It may be old, as far as its name tells. */
  @Test
  void whatIsHandedOutIsAGuess() {
    String handedOut =
        """
        interface Side { CompletableFuture<String> captured(); CompletableFuture<Void> stopAll(); }
        CompletableFuture<String> f(CompletableFuture<String> before, Side side) {
          return before.thenApply(it -> it + side.captured()%s.join());
        }
        """;
    RULE.accepts(handedOut.formatted(""));
    RULE.with("-Abelay.guesses=on").finds(handedOut.formatted("«"));
  }

  /** As where the server of Gremlin could not start. */
  @Test
  void whatStartsWorkByItsName() {
    RULE.finds(
        """
        interface Server { CompletableFuture<Void> start(); CompletableFuture<Void> stop(); }
        void f(Server server) {
          server.start().exceptionally(failure -> server.stop()«.join()).join();
        }
        """);
    RULE.accepts(
        """
        interface Server { CompletableFuture<Void> start(); CompletableFuture<Void> stop(); }
        void f(Server server) { server.start().exceptionallyCompose(failure -> server.stop()).join(); }
        void g(Server server) { server.start().join(); server.stop().join(); }
        """);
  }

  /** redis/lettuce#1402. */
  @Test
  void lettuceCommands() {
    RULE.finds(
        """
        import io.lettuce.core.api.StatefulRedisConnection;
        CompletionStage<String> f(StatefulRedisConnection<String, String> connection) {
          return connection.async().get("key").thenApply(value -> connection«.sync().get(value));
        }
        """);
  }

  @Test
  void reactiveValues() {
    RULE.finds(
        """
        import io.smallrye.mutiny.Uni;
        import reactor.core.publisher.*;
        Flux<String> reactor(Flux<String> keys, Mono<String> value) { return keys.map(key -> key + value«.block()); }
        Uni<String> mutiny(Uni<String> key, Uni<String> value) {
          return key.map(it -> it + value.await()«.indefinitely());
        }
        """);
  }

  /** netty/netty#782. */
  @Test
  void nettyInAListener() {
    RULE.finds(
        """
        import io.netty.channel.*;
        void f(Channel channel) {
          channel.write("").addListener((ChannelFutureListener) done -> channel.disconnect()«.sync());
        }
        """);
  }

  @Test
  void stagesThatAreDone() {
    RULE.accepts(
        """
        abstract CompletableFuture<String> load(int key);
        CompletableFuture<List<String>> all(List<CompletableFuture<String>> parts) {
          return CompletableFuture.allOf(parts.toArray(new CompletableFuture<?>[0]))
              .thenApply(it -> parts.stream().map(CompletableFuture::join).toList());
        }
        CompletableFuture<String> two(CompletableFuture<String> a, CompletableFuture<String> b) {
          return CompletableFuture.allOf(a, b).thenApply(it -> a.join() + b.join());
        }
        CompletableFuture<String> completed(CompletableFuture<Integer> key) {
          return key.thenApply(it -> CompletableFuture.completedFuture("").join());
        }
        CompletableFuture<String> fromAMap(CompletableFuture<Integer> key, Map<Integer, CompletableFuture<String>> known) {
          return key.thenApply(it -> known.get(it).join());
        }
        """);
  }

  @Test
  void whatACollectionHandsOut() {
    RULE.accepts(
        """
        CompletableFuture<String> f(CompletableFuture<Integer> it, Deque<CompletableFuture<String>> done) {
          return it.thenApply(each -> done.poll().join());
        }
        """);
  }

  @Test
  void whereWaitingIsAllowed() {
    RULE.accepts(
        """
        import reactor.core.publisher.*;
        import reactor.core.scheduler.Schedulers;
        abstract CompletableFuture<String> load(int key);
        String plain() { return load(1).join(); }
        CompletableFuture<String> executor(CompletableFuture<Integer> key, Executor executor) {
          return key.thenApplyAsync(it -> load(it).join(), executor);
        }
        CompletableFuture<String> pool() { return CompletableFuture.supplyAsync(() -> load(1).join()); }
        CompletableFuture<String> pooled() { return CompletableFuture.supplyAsync(() -> 1).thenApply(it -> load(it).join()); }
        Flux<String> elastic(Flux<String> keys, Mono<String> value) {
          return keys.publishOn(Schedulers.boundedElastic()).map(key -> key + value.block());
        }
        void task(ExecutorService executor) { executor.execute(() -> load(1).join()); }
        """);
  }

  @Test
  void whatIsNotAWait() {
    RULE.accepts(
        """
        abstract CompletableFuture<String> load(int key);
        CompletableFuture<String> composed(CompletableFuture<Integer> key) { return key.thenCompose(it -> load(it)); }
        CompletableFuture<String> text(CompletableFuture<List<String>> parts) {
          return parts.thenApply(it -> String.join("", it));
        }
        CompletableFuture<String> value(CompletableFuture<Map<String, String>> map) { return map.thenApply(it -> it.get("")); }
        """);
  }

  /** As in the Kafka client of Vert.x. */
  @Test
  void whatTheCallbackIsBehind() {
    RULE.accepts(
        """
        interface Result { CompletableFuture<String> name(); CompletableFuture<String> size(); }
        CompletableFuture<String> f(Result it) {
          return CompletableFuture.allOf(it.name(), it.size())
              .thenApply(done -> it.name().join() + it.size().join());
        }
        """);
    RULE.with("-Abelay.guesses=on")
        .finds(
            """
        interface Result { CompletableFuture<String> name(); CompletableFuture<String> size(); }
        CompletableFuture<String> f(Result it) {
          return CompletableFuture.allOf(it.name()).thenApply(done -> it.size()«.join());
        }
        """);
  }

  /** A getter that is told what to get asks somebody for it. */
  @Test
  void whatIsAskedForByName() {
    RULE.finds(
        """
        interface Users { CompletionStage<String> get(String key); CompletableFuture<String> getName(int id); }
        CompletionStage<String> a(CompletionStage<String> key, Users users) {
          return key.thenApply(it -> users.get(it).toCompletableFuture()«.join());
        }
        CompletionStage<String> b(CompletionStage<Integer> key, Users users) {
          return key.thenApply(it -> users.getName(it).thenApply(String::strip)«.join());
        }
        """,
        "waits inside a callback ('thenApply')");
  }

  @Test
  void aVariableOfTheCallback() {
    RULE.finds(
        """
        abstract CompletableFuture<String> load(int key);
        abstract void log(int key);
        CompletableFuture<String> a(CompletableFuture<Integer> key) {
          return key.thenApply(it -> {
            CompletableFuture<String> loaded = load(it);
            log(it);
            return loaded«.join();
          });
        }
        CompletableFuture<String> b(CompletableFuture<Integer> key) {
          return key.thenApply(it -> {
            var loaded = load(it);
            CompletableFuture<Void> logged = loaded.thenAccept(text -> log(1));
            return loaded.thenApply(String::strip)«.join();
          });
        }
        """);
  }

  @Test
  void allOfWhatTheCallbackStarts() {
    RULE.finds(
        """
        abstract CompletableFuture<String> load(int key);
        CompletableFuture<Integer> f(CompletableFuture<Integer> key) {
          return key.thenApply(it -> {
            CompletableFuture.allOf(load(it), load(it + 1))«.join();
            return it;
          });
        }
        """);
  }

  /** As in Ignite. */
  @Test
  void whatWasAskedForBefore() {
    RULE.accepts(
        """
        interface Split { CompletableFuture<String> resultAsync(); }
        CompletableFuture<String> f(Split split) {
          CompletableFuture<String> first = split.resultAsync().thenApply(String::strip);
          CompletableFuture<String> second = first.thenApply(it -> it + "!");
          return second.thenApply(it -> it + split.resultAsync().thenApply(String::strip).join());
        }
        """);
    RULE.with("-Abelay.guesses=on")
        .finds(
            """
        interface Split { CompletableFuture<String> resultAsync(); CompletableFuture<String> load(int key); }
        CompletableFuture<String> f(Split split) {
          return split.load(1).thenApply(it -> it + split.resultAsync()«.join());
        }
        CompletableFuture<String> again(Split split) {
          return split.load(1).thenApply(it -> it + split.load(1)«.join());
        }
        interface Store { CompletableFuture<String> save(); }
        CompletableFuture<String> twice(Store store) {
          return store.save().thenApply(saved -> store.save()«.join());
        }
        """);
  }

  @Test
  void whatSomebodyKeeps() {
    RULE.accepts(
        """
        interface Waiting { CompletableFuture<String> get(int id); void add(int id, CompletableFuture<String> answer); }
        interface Answer { CompletableFuture<String> get(); CompletableFuture<String> getFuture(int part); }
        CompletableFuture<String> a(CompletableFuture<Integer> key, Waiting waiting) {
          return key.thenApply(it -> waiting.get(it).join());
        }
        CompletableFuture<String> b(CompletableFuture<Answer> answer) { return answer.thenApply(it -> it.get().join()); }
        CompletableFuture<String> c(CompletableFuture<Answer> answer) { return answer.thenApply(it -> it.getFuture(1).join()); }
        CompletableFuture<String> d(CompletableFuture<Integer> key, CompletableFuture<String> a, CompletableFuture<String> b) {
          return key.thenApply(it -> { CompletableFuture.allOf(a, b).join(); return a.join(); });
        }
        """);
  }

  @Test
  void variablesThatMayBeComplete() {
    RULE.accepts(
        """
        abstract CompletableFuture<String> load(int key);
        abstract void fill(CompletableFuture<String> it);
        CompletableFuture<String> asked(CompletableFuture<Integer> key) {
          return key.thenApply(it -> {
            CompletableFuture<String> loaded = load(it);
            return loaded.isDone() ? loaded.join() : "";
          });
        }
        CompletableFuture<String> given(CompletableFuture<Integer> key) {
          return key.thenApply(it -> {
            CompletableFuture<String> loaded = load(it);
            fill(loaded);
            return loaded.join();
          });
        }
        """);
  }

  @Test
  void variablesThatTheCallbackCompletes() {
    RULE.accepts(
        """
        abstract CompletableFuture<String> load(int key);
        CompletableFuture<String> ended(CompletableFuture<Integer> key) {
          return key.thenApply(it -> {
            CompletableFuture<String> loaded = load(it);
            loaded.complete("");
            return loaded.join();
          });
        }
        CompletableFuture<String> chosen(CompletableFuture<Integer> key) {
          return key.thenApply(it -> {
            CompletableFuture<String> loaded = load(it);
            if (it > 1) loaded = CompletableFuture.completedFuture("");
            return loaded.join();
          });
        }
        CompletableFuture<String> made(CompletableFuture<Integer> key) {
          return key.thenApply(it -> {
            CompletableFuture<String> made = CompletableFuture.completedFuture("");
            return made.join();
          });
        }
        """);
  }

  @Test
  void variablesOfOthers() {
    RULE.accepts(
        """
        abstract CompletableFuture<String> load(int key);
        CompletableFuture<String> outside(CompletableFuture<Integer> key) {
          CompletableFuture<String> loaded = load(1);
          return key.thenApply(it -> loaded.join());
        }
        CompletableFuture<CompletableFuture<String>> behindIt(CompletableFuture<Integer> key) {
          return key.thenApply(it -> {
            CompletableFuture<String> loaded = load(it);
            return loaded.thenApply(text -> loaded.join());
          });
        }
        """);
  }
}
