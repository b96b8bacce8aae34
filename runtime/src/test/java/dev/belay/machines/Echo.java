package dev.belay.machines;

import dev.belay.internal.ConversationMachine;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What the processor makes of
 *
 * <pre>
 *   try {
 *     for (; ; ) {
 *       try {
 *         String answer = out.yield(await(next));
 *         trace.add("got " + answer);
 *       } catch (IllegalArgumentException e) {
 *         trace.add("survived " + e.getMessage());
 *       }
 *     }
 *   } finally {
 *     await(last);
 *     trace.add("closed");
 *   }
 * </pre>
 */
final class Echo extends ConversationMachine<String, String> {
  private CompletionStage<String> next;
  private CompletionStage<?> last;
  private List<String> trace;
  private Throwable failure;

  Echo(CompletionStage<String> next, CompletionStage<?> last, List<String> trace) {
    this.next = next;
    this.last = last;
    this.trace = trace;
  }

  @Override
  @SuppressWarnings("LabelledBreakTarget") // Generated code leaves a try block so.
  public @Nullable Object resume() throws Throwable {
    int at = resumed();
    leave:
    if (at != 3) {
      try {
        for (; ; ) {
          try {
            if (at <= 1) {
              if (at == 0 && pending(next)) {
                return suspendAt(1);
              }
              if (at == 1 && closing()) {
                break leave;
              }
              at = 0;
              return yieldAt(2, (String) taken());
            }
            if (closing()) {
              break leave;
            }
            at = 0;
            trace.add("got " + received());
          } catch (IllegalArgumentException e) {
            at = 0;
            trace.add("survived " + e.getMessage());
          }
        }
      } catch (Throwable t) {
        failure = t;
      }
    }
    if (at != 3 && pendingRelease(last)) {
      return suspendAt(3);
    }
    Object unused = taken();
    trace.add("closed");
    if (failure != null) {
      throw failure;
    }
    return END;
  }

  @Override
  protected void forget() {
    next = null;
    last = null;
    trace = null;
    failure = null;
  }
}
