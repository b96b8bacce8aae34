package dev.belay.processor.behaviour.harness;

import dev.belay.AsyncConversation;
import dev.belay.Exchange;
import java.util.concurrent.CompletionStage;

/** A two-way generator's template as a conversation. */
final class NativeConversation<T, S> extends NativeIterator<T> implements AsyncConversation<T, S> {

  @SuppressWarnings("unchecked") // Only send answers a yield.
  NativeConversation(NativeRuntime runtime, NativeRuntime.Talking<T, S> template) {
    super(
        runtime,
        self -> {
          Exchange<T, S> out = value -> (S) self.stopAt(value);
          return () -> template.run(out);
        });
  }

  @Override
  public CompletionStage<Boolean> send(S value) {
    return request(value, null);
  }

  @Override
  public CompletionStage<Boolean> raise(Throwable failure) {
    return request(null, failure);
  }
}
