package dev.belay.internal;

import dev.belay.AsyncConversation;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One run of a two-way generator's body, and the conversation with it (clauses A.4).
 *
 * @param <T> the type of the elements that come out
 * @param <S> the type of the values that go in
 */
public abstract class ConversationMachine<T extends @Nullable Object, S extends @Nullable Object>
    extends GeneratorMachine<T> implements AsyncConversation<T, S> {
  /** What the yield at which the body stands will find; null: nothing, as after an advance. */
  private @Nullable Answer answer;

  /** For generated machines. */
  protected ConversationMachine() {}

  /**
   * What the consumer answered the yield with; called once when the body is resumed there, after
   * {@link #closing()} has said that it is not being closed.
   *
   * @return the value that was sent; null after a plain advance (A38)
   * @throws Throwable the failure that was raised, the same object (A41)
   */
  protected final @Nullable Object received() throws Throwable {
    Answer received = answer;
    answer = null;
    if (received == null) {
      return null;
    }
    if (received.failure() != null) {
      throw received.failure();
    }
    return received.value();
  }

  @Override
  public final CompletionStage<Boolean> send(@Nullable S value) {
    return request(new Answer(value, null));
  }

  @Override
  public final CompletionStage<Boolean> raise(Throwable failure) {
    return request(new Answer(null, Objects.requireNonNull(failure, "failure")));
  }

  @Override
  final @Nullable Throwable refusal(Answer given) {
    if (fresh() || finished()) {
      if (given.failure() != null) {
        finish();
        return given.failure();
      }
      return fresh() && given.value() != null
          ? new IllegalStateException(
              "the body has not started, and nothing in it waits for what was sent")
          : null;
    }
    answer = given;
    return null;
  }
}
