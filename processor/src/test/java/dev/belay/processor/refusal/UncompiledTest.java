package dev.belay.processor.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.belay.processor.behaviour.harness.Program;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** B48: code that Belay did not compile and that reaches a word of ours is told so, at once. */
class UncompiledTest {
  private static final String MEMBERS =
      """
      static <A> A never() { return null; }
      static Object awaitStage() { return await(new CompletableFuture<>()); }
      static Object awaitFailure() throws Exception { return await(null, Exception.class); }
      static Object eachElement() { for (Object o : each(never())) { } return null; }
      static Object usingScope() { return using(never()); }
      @AsyncMethod static Object template() { return await(new CompletableFuture<>()); }
      static Object lambda() {
        Supplier<Object> f = () -> await(new CompletableFuture<>());
        return f.get();
      }
      static Object reference() {
        Function<CompletionStage<Object>, Object> f = Async::await;
        return f.apply(new CompletableFuture<>());
      }
      """;

  private static Object call(Compilation compilation, String method) {
    assertThat(compilation.errors()).isEmpty();
    try {
      Class<?> type = Program.of(compilation).load().loadClass("t.T");
      var called = type.getDeclaredMethod(method);
      called.setAccessible(true);
      return called.invoke(null);
    } catch (InvocationTargetException e) {
      throw (RuntimeException) e.getCause();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void tells(Compilation compilation, String method, String word) {
    assertThatThrownBy(() -> call(compilation, method))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessageContaining(word)
        .hasMessageContaining("belay-processor");
  }

  @Test
  void b48_withoutTheProcessor() {
    Compilation compilation = Compiler.javac().compile(Source.members(MEMBERS).file());

    tells(compilation, "awaitStage", "await(");
    tells(compilation, "awaitFailure", "await(");
    tells(compilation, "eachElement", "each(");
    tells(compilation, "usingScope", "using(");
    tells(compilation, "template", "await(");
    tells(compilation, "lambda", "await(");
    tells(compilation, "reference", "await(");
  }

  @Test
  void b48_templateCalledByReflection() {
    Compilation compilation =
        Check.compile(
            List.of(),
            List.of(),
            Source.members(
                "@AsyncMethod static Object m() { return await(new CompletableFuture<>()); }\n"));

    tells(compilation, "m", "await(");
  }
}
