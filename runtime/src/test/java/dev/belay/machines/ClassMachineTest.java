package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.AsyncScope;
import dev.belay.Opened;
import dev.belay.internal.ClassMachine;
import dev.belay.internal.MethodMachine;
import dev.belay.internal.ResourceMachine;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Clauses D.1 for resource classes: cancellation, single use, late arrivals. */
class ClassMachineTest {
  private final List<String> trace = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Object> opening = new CompletableFuture<>();
  private final CompletableFuture<Object> closing = new CompletableFuture<>();

  /** {@code CompletionStage<?> open(); CompletionStage<?> close(Throwable)}. */
  private static final class ByStages extends ClassMachine<ClassMachineTest, String> {
    ByStages(ClassMachineTest self) {
      super(self);
    }

    @Override
    protected boolean opening(ClassMachineTest self) {
      return pending(self.opening.minimalCompletionStage());
    }

    @Override
    protected String opened(ClassMachineTest self, Object value) {
      return "handed out";
    }

    @Override
    protected boolean closing(ClassMachineTest self, Throwable failure) {
      self.trace.add("close " + failure);
      return pending(self.closing);
    }

    @Override
    protected ByStages another(ClassMachineTest self) {
      return new ByStages(self);
    }
  }

  /** {@code void open() { await(opening); } void close(Throwable) { await(closing); }}. */
  private static final class ByTemplates extends ClassMachine<ClassMachineTest, ClassMachineTest> {
    ByTemplates(ClassMachineTest self) {
      super(self);
    }

    @Override
    protected boolean opening(ClassMachineTest self) throws Throwable {
      return calling(new AwaitingMachine(self.opening, self.trace, "opened"));
    }

    @Override
    protected ClassMachineTest opened(ClassMachineTest self, Object value) {
      return self;
    }

    @Override
    protected boolean closing(ClassMachineTest self, Throwable failure) throws Throwable {
      self.trace.add("close " + failure);
      return calling(new AwaitingMachine(self.closing, self.trace, "closed"));
    }
  }

  private static final class AwaitingMachine extends MethodMachine<Void> {
    private final CompletionStage<?> stage;
    private final List<String> trace;
    private final String what;

    AwaitingMachine(CompletionStage<?> stage, List<String> trace, String what) {
      this.stage = stage;
      this.trace = trace;
      this.what = what;
    }

    @Override
    public @Nullable Object resume() throws Throwable {
      try {
        if (resumed() == 0 && pending(stage)) {
          return suspendAt(1);
        }
        Object unused = taken();
        trace.add(what);
        return END;
      } catch (CancellationException e) {
        trace.add("not " + what);
        throw e;
      }
    }
  }

  private AsyncScope<String> byStages() {
    return ResourceMachine.scope(new ByStages(this));
  }

  private AsyncScope<ClassMachineTest> byTemplates() {
    return ResourceMachine.scope(new ByTemplates(this));
  }

  @Test
  void D1_D2_opensUsesAndCloses() throws Throwable {
    CompletableFuture<String> use = byStages().use(CompletableFuture::completedFuture);
    assertThat(use).isNotDone();
    opening.complete("not handed out");
    assertThat(use).isNotDone();
    assertThat(trace).containsExactly("close null");
    closing.complete(true);

    assertThat(Stages.get(use)).isEqualTo("handed out");
  }

  @Test
  void D6_D8_aStageOfTrueSuppressesNothingUnlessTheClassSaysSo() {
    opening.complete(null);
    closing.complete(true);
    ArithmeticException failure = new ArithmeticException();

    assertThatThrownBy(
            () -> Stages.get(byStages().use(any -> CompletableFuture.failedFuture(failure))))
        .isSameAs(failure);
    assertThat(trace).containsExactly("close " + failure);
  }

  @Test
  void D19_cancelWhileATemplateOpens() {
    CompletableFuture<Opened<ClassMachineTest>> open = byTemplates().open();
    open.cancel(true);

    assertThatThrownBy(() -> Stages.get(open)).isInstanceOf(CancellationException.class);
    assertThat(opening).isCancelled();
    assertThat(trace).containsExactly("not opened");
  }

  @Test
  void D19_anInstanceThatOpensLongAfterTheCancelIsClosed() {
    CompletableFuture<Opened<String>> open = byStages().open();
    CompletableFuture<String> use = Using.use(byStages(), any -> new CompletableFuture<>());
    open.cancel(true);
    use.cancel(true);
    assertThatThrownBy(() -> Stages.get(open)).isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> Stages.get(use)).isInstanceOf(CancellationException.class);
    assertThat(trace).isEmpty();

    opening.complete("late");

    assertThat(trace).hasSize(2).allMatch(closed -> closed.contains("CancellationException"));
  }

  @Test
  void D19_D20_anInstanceThatOpensWhileItIsCancelledIsClosed() {
    CompletableFuture<ClassMachineTest> use = byTemplates().use(CompletableFuture::completedFuture);
    closing.complete(null);
    Object unused = opening.whenComplete((value, failure) -> use.cancel(true));

    opening.complete(null);

    assertThat(use).isDone();
    assertThat(trace).hasSize(3).startsWith("opened").endsWith("closed");
  }

  @Test
  void D20_cancelInTheUse() {
    opening.complete(null);
    closing.complete(null);
    CompletableFuture<Object> never = new CompletableFuture<>();
    CompletableFuture<Object> use = byTemplates().use(any -> never);

    use.cancel(true);

    assertThatThrownBy(() -> Stages.get(use)).isInstanceOf(CancellationException.class);
    assertThat(trace).startsWith("opened").endsWith("closed").hasSize(3);
  }

  @Test
  void D21_aCancelWhileClosingDoesNotCutItShort() throws Throwable {
    opening.complete(null);
    CompletableFuture<String> use = byTemplates().use(any -> CompletableFuture.completedFuture(""));
    CompletableFuture<Opened<ClassMachineTest>> open = byTemplates().open();
    CompletionStage<Boolean> closed = Stages.get(open).close(null);

    use.cancel(true);
    closed.toCompletableFuture().cancel(true);
    assertThat(use).isNotDone();
    assertThat(closed.toCompletableFuture()).isNotDone();
    assertThat(closing).isNotDone();
    closing.complete(null);

    assertThat(Stages.get(use)).isEmpty();
    assertThat(Stages.get(closed)).isFalse();
  }

  @Test
  void D32_anInstanceIsUsedOnce() throws Throwable {
    AsyncScope<ClassMachineTest> scope = byTemplates();
    CompletableFuture<Opened<ClassMachineTest>> first = scope.open();

    assertThatThrownBy(() -> Stages.get(scope.open())).isInstanceOf(IllegalStateException.class);

    opening.complete(null);
    assertThat(Stages.get(first).value()).isSameAs(this);
  }
}
