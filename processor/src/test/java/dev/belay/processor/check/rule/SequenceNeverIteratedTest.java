package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import org.junit.jupiter.api.Test;

class SequenceNeverIteratedTest {
  private static final Checked RULE = Checked.rule("SequenceNeverIterated");

  @Test
  void aCompanion() {
    RULE.finds(
        """
        @AsyncGenerator void rows(Yield<String> out) { out.yield(""); }
        @AsyncMethod void f() { TAsync«.rows(this); }
        """,
        "for (var it : each(...)), or forEach");
  }

  @Test
  void aScopeAndAnOperator() {
    RULE.finds(
        """
        void f(AsyncIterable<String> rows, Executor executor, List<String> seen) {
          AsyncScope«.blocking(executor, () -> InputStream.nullInputStream());
          rows«.map(it -> seen.add(it));
        }
        """);
  }

  @Test
  void inALambdaThatReturnsNothing() {
    RULE.finds(
        """
        Runnable f(AsyncIterable<String> rows, List<String> seen) { return () -> rows«.map(seen::add); }
        """);
  }

  @Test
  void operatorsOfPublishers() {
    RULE.finds(
        """
        import reactor.core.publisher.*;
        import io.smallrye.mutiny.*;
        void f(Flux<String> rows, Multi<String> others) {
          rows«.doOnNext(System.out::println);
          others«.filter(it -> it.isEmpty());
        }
        """,
        "subscribe to it");
  }

  @Test
  void whatIsAskedFor() {
    RULE.accepts(
        """
        import reactor.core.publisher.*;
        @AsyncGenerator void rows(Yield<String> out) { out.yield(""); }
        @AsyncMethod void f(List<String> seen) {
          for (String row : each(TAsync.rows(this))) seen.add(row);
          await(TAsync.rows(this).forEach(seen::add));
        }
        void g(Flux<String> rows) { rows.doOnNext(System.out::println).subscribe(); }
        """);
  }

  @Test
  void whatIsKept() {
    RULE.accepts(
        """
        import reactor.core.publisher.*;
        abstract void keep(Object value);
        AsyncIterable<String> returned(AsyncIterable<String> rows) { return rows.take(1); }
        void kept(AsyncIterable<String> rows) {
          AsyncIterable<String> first = rows.take(1);
          keep(first);
          keep(rows.drop(1));
        }
        Supplier<AsyncIterable<String>> supplier(AsyncIterable<String> rows) { return () -> rows.take(1); }
        """);
  }

  @Test
  void whatDoesMoreThanDescribe() {
    RULE.accepts(
        """
        import reactor.core.publisher.*;
        abstract Flux<String> publishAndListen();
        interface Attempt { void run() throws Throwable; }
        abstract void fails(Attempt attempt);
        void f(Flux<String> rows, ConnectableFlux<String> hot, AsyncIterable<String> ours) {
          Objects.requireNonNull(ours);
          fails(() -> AsyncIterable.fromPublisher(null));
          publishAndListen();
          hot.autoConnect(0);
          rows.subscribe();
          ours.forEach(System.out::println);
        }
        """);
  }

  @Test
  void silenced() {
    RULE.accepts(
        """
        @SuppressWarnings("SequenceNeverIterated")
        void f(AsyncIterable<String> rows) { rows.take(1); }
        """);
  }
}
