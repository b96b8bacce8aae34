package dev.belay.processor.check.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.spi.RuleContext;
import java.util.Set;
import javax.lang.model.element.VariableElement;

/**
 * The work of getting hold of a resource: {@code lock.acquire()}, {@code client.connectAsync()}.
 */
public final class Acquisition {
  private static final Set<String> NAMES =
      Set.of(
          "acquire",
          "begin",
          "connect",
          "init",
          "initialize",
          "lock",
          "open",
          "start",
          "tryAcquire",
          "tryLock");

  /** Steps whose functions start more work. */
  private static final Set<String> COMPOSES =
      Set.of(
          "compose",
          "concatMap",
          "flatMap",
          "then",
          "thenCompose",
          "thenComposeAsync",
          "thenMany",
          "transformToUni");

  private Acquisition() {}

  /**
   * Whether a chain is the acquisition of a resource, and steps that wait for nothing more: if it
   * fails, there is nothing to release.
   */
  public static boolean isAll(ExpressionTree chain, VariableElement resource, RuleContext context) {
    ExpressionTree each = Calls.strip(chain);
    while (each instanceof MethodInvocationTree call) {
      ExpressionTree receiver = Calls.receiver(call);
      if (receiver != null && resource.equals(Calls.variable(context, receiver))) {
        return isName(Calls.name(call));
      }
      if (receiver == null || COMPOSES.contains(Calls.name(call))) {
        return false;
      }
      each = receiver;
    }
    return false;
  }

  private static boolean isName(String name) {
    return NAMES.contains(name)
        || (name.endsWith("Async") && NAMES.contains(name.substring(0, name.length() - 5)));
  }
}
