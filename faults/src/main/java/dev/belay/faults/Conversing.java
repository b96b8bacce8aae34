package dev.belay.faults;

import dev.belay.AsyncConversation;
import java.util.concurrent.CompletionStage;

/** Answers each element with a number. */
final class Conversing extends Pulling {
  private final AsyncConversation<?, Integer> conversation;

  Conversing(AsyncConversation<?, Integer> conversation) {
    super(conversation);
    this.conversation = conversation;
  }

  @Override
  CompletionStage<Boolean> request(int elementsSoFar) {
    return elementsSoFar == 0 ? conversation.advance() : conversation.send(elementsSoFar);
  }
}
