package dev.belay.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.behaviour.harness.Compiler;
import dev.belay.processor.behaviour.harness.Source;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Private classes in the parameters of a template, called by bodies and by other code (B36). */
class PrivateParametersTest {
  private static final Source SOURCE =
      Source.of(
          "Taking",
          """
          import dev.belay.*;
          import java.util.*;
          import java.util.concurrent.*;
          import java.util.function.*;

          final class Taking<E> {
            private record Row(String key) implements Comparable<Row> {
              public int compareTo(Row other) {
                return key.compareTo(other.key);
              }
            }

            private record Pair<A, B>(A a, B b) {}

            private static class Node<K extends Comparable<K>> {
              final K key;
              Node<K> next;

              Node(K key) {
                this.key = key;
              }
            }

            private static class Sub extends Node<String> {
              Sub() {
                super("sub");
              }
            }

            private enum State {
              OPEN,
              SHUT
            }

            private class Inner {
              E e;
            }

            private static class Own {
              int n = 2;
              static int shared = 1;

              int g() {
                return n;
              }

              static int h() {
                return 1;
              }

              @AsyncMethod
              static String inside(CompletionStage<Integer> stage, Own given, Own[] more) {
                Own own = new Own();
                own.n += await(stage);
                shared += own.n + more.length;
                Function<Own, Integer> lambda = each -> each.n + each.g();
                return lambda.apply(own) + "/" + shared + h() + own.g() + given.n;
              }
            }

            @AsyncMethod
            private String store(
                CompletionStage<Integer> stage, Row row, List<? extends Row> rows, Row[] cells, Row... more) {
              int waited = await(stage);
              cells[0] = more[waited - 1];
              return row.key() + rows.get(0).key() + new TreeSet<>(rows).first().compareTo(row) + more.length;
            }

            @AsyncMethod
            static <T> T pair(
                CompletionStage<Integer> stage,
                Pair<T, Integer> pair,
                Map<String, Pair<?, ?>> known,
                Function<? super Pair<T, Integer>, ? extends T> map) {
              return pair.b() + await(stage) > 5 ? map.apply(pair) : known.isEmpty() ? pair.a() : null;
            }

            @AsyncMethod
            static String nodes(
                CompletionStage<Integer> stage, Node<String> first, Sub sub, State state) {
              String text = "";
              for (Node<String> each = first; each != null; each = each.next) {
                text += each.key + await(stage);
              }
              switch (state) {
                case OPEN -> text += sub.key;
                case SHUT -> text += await(stage);
              }
              return text + (sub == first);
            }

            @AsyncMethod
            private E inner(CompletionStage<Integer> stage, Inner inner) {
              await(stage);
              return inner.e;
            }

            @AsyncGenerator
            private void keys(CompletionStage<Integer> stage, Collection<Row> rows, Yield<String> out) {
              for (Row row : rows) {
                out.yield(row.key() + await(stage));
              }
            }

            @AsyncResource
            private void open(CompletionStage<Integer> stage, State state, Yield<String> out) {
              await(stage);
              out.yield(state.name());
            }

            @AsyncMethod
            String inBodies(CompletionStage<Integer> stage, E e) {
              Row row = new Row("r");
              Row[] cells = new Row[1];
              String text = await(TakingAsync.store(this, stage, row, List.of(row), cells, row, row));
              text += cells[0].key();
              text += await(TakingAsync.pair(stage, new Pair<>("p", 5), Map.of(), pair -> pair.a() + "f"));
              Node<String> node = new Node<>("n");
              node.next = new Sub();
              text += await(TakingAsync.nodes(stage, node, new Sub(), State.OPEN));
              Inner inner = new Inner();
              inner.e = e;
              text += await(TakingAsync.inner(this, stage, inner));
              for (String key : each(TakingAsync.keys(this, stage, Set.of(row)))) {
                text += key;
              }
              String opened = using(TakingAsync.open(this, stage, State.SHUT));
              return text + opened + await(Taking_OwnAsync.inside(stage, new Own(), new Own[2]));
            }

            CompletionStage<String> elsewhere(CompletionStage<Integer> stage, E e) {
              Row row = new Row("z");
              Row[] cells = {row};
              return TakingAsync.store(this, stage, row, List.of(row), cells, row)
                  .thenCombine(TakingAsync.nodes(stage, null, new Sub(), State.SHUT), String::concat)
                  .thenCombine(TakingAsync.pair(stage, new Pair<>('c', 1), new HashMap<>(), Pair::a), (a, b) -> a + b);
            }
          }
          """);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void B36_theyAreWhatTheCallerPasses(boolean later) throws Exception {
    Class<?> taking = Compiler.machines(List.of(SOURCE)).load().loadClass("cases.Taking");
    var constructor = taking.getDeclaredConstructor();
    constructor.setAccessible(true);
    Object instance = constructor.newInstance();
    Class<?> companion = taking.getClassLoader().loadClass("cases.TakingAsync");
    Method inBodies =
        companion.getDeclaredMethod("inBodies", taking, CompletionStage.class, Object.class);
    Method elsewhere = taking.getDeclaredMethod("elsewhere", CompletionStage.class, Object.class);
    inBodies.setAccessible(true);
    elsewhere.setAccessible(true);
    CompletableFuture<Integer> stage = new CompletableFuture<>();
    if (!later) {
      stage.complete(1);
    }

    CompletionStage<?> first = (CompletionStage<?>) inBodies.invoke(null, instance, stage, "e");
    CompletionStage<?> second = (CompletionStage<?>) elsewhere.invoke(instance, stage, "e");
    stage.complete(1);

    assertThat(first.toCompletableFuture().join()).isEqualTo("rr02rpfn1sub1subfalseer1SHUT6/6132");
    assertThat(second.toCompletableFuture().join()).isEqualTo("zz011falsec");
  }
}
