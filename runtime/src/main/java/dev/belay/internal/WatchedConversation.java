package dev.belay.internal;

import dev.belay.AsyncConversation;
import java.lang.ref.Cleaner;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A conversation that is reported if its consumer loses it (A37). */
final class WatchedConversation<T extends @Nullable Object, S extends @Nullable Object>
    extends WatchedIterator<T> implements AsyncConversation<T, S> {
  private final ConversationMachine<T, S> run;

  WatchedConversation(ConversationMachine<T, S> run, Lease lease, Cleaner cleaner) {
    super(run, lease, cleaner);
    this.run = run;
  }

  @Override
  public CompletionStage<Boolean> send(@Nullable S value) {
    return requested(() -> run.send(value));
  }

  @Override
  public CompletionStage<Boolean> raise(Throwable failure) {
    Objects.requireNonNull(failure, "failure"); // before the run counts as started (A45)
    return requested(() -> run.raise(failure));
  }
}
