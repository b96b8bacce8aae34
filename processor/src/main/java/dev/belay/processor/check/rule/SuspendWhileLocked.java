package dev.belay.processor.check.rule;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.belay.processor.check.match.Bodies;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.match.Suspensions;
import dev.belay.processor.check.match.Templates;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A body stops while it holds a lock: it goes on, and unlocks, on any thread. */
final class SuspendWhileLocked implements Rule.OnCall {
  private static final RuleInfo INFO =
      new RuleInfo("SuspendWhileLocked", "a body suspends while it holds a lock", Severity.ERROR);

  /**
   * A pair of methods.
   *
   * @param tries whether the first one tells by its value that it succeeded
   */
  private record Pair(String type, String take, String give, boolean tries, boolean ofThread) {}

  private static final String LOCKS = "java.util.concurrent.locks.";

  private static final List<Pair> PAIRS =
      List.of(
          new Pair(LOCKS + "Lock", "lock", "unlock", false, true),
          new Pair(LOCKS + "Lock", "lockInterruptibly", "unlock", false, true),
          new Pair(LOCKS + "Lock", "tryLock", "unlock", true, true),
          new Pair(LOCKS + "StampedLock", "writeLock", "unlockWrite", false, false),
          new Pair(LOCKS + "StampedLock", "readLock", "unlockRead", false, false),
          new Pair("java.util.concurrent.Semaphore", "acquire", "release", false, false),
          new Pair(
              "java.util.concurrent.Semaphore", "acquireUninterruptibly", "release", false, false));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Mistake> check(MethodInvocationTree tree, RuleContext context) {
    ExpressionTree lock = Calls.receiver(tree);
    if (lock == null) {
      return List.of();
    }
    Pair pair = pair(tree, lock, context);
    if (pair == null || Templates.enclosing(context) == null) {
      return List.of();
    }
    Tree held = held(pair, context);
    int start = context.end(tree);
    return Bodies.own(held, MethodInvocationTree.class).stream()
        .filter(call -> context.start(call) >= start && gives(call, pair, lock, context))
        .map(context::end)
        .min(Comparator.naturalOrder())
        .flatMap(end -> suspension(held, start, end, context))
        .map(suspension -> List.of(mistake(suspension, pair, lock, context)))
        .orElse(List.of());
  }

  private static @Nullable Pair pair(
      MethodInvocationTree call, ExpressionTree lock, RuleContext context) {
    String name = Calls.name(call);
    for (Pair pair : PAIRS) {
      if (pair.take().equals(name) && context.resources().is(context.type(lock), pair.type())) {
        return pair;
      }
    }
    return null;
  }

  /** The code that may run while the lock is held; null if that is not clear. */
  private static @Nullable Tree held(Pair pair, RuleContext context) {
    TreePath child = context.path();
    for (TreePath up = child.getParentPath(); up != null; up = up.getParentPath()) {
      if (up.getLeaf() instanceof IfTree tree) {
        return pair.tries() && isCondition(tree, context.path()) ? tree.getThenStatement() : null;
      } else if (up.getLeaf() instanceof BlockTree) {
        boolean isStatement = child.getLeaf() instanceof ExpressionStatementTree;
        boolean isStamp = pair.type().endsWith("StampedLock");
        return !pair.tries() && (isStatement || isStamp) ? up.getLeaf() : null;
      }
      child = up;
    }
    return null;
  }

  /** {@code if (lock.tryLock())}, with nothing around the call that may turn its meaning. */
  private static boolean isCondition(IfTree tree, TreePath call) {
    return Calls.strip(tree.getCondition()) == call.getLeaf();
  }

  private static boolean gives(
      MethodInvocationTree call, Pair pair, ExpressionTree lock, RuleContext context) {
    ExpressionTree receiver = Calls.receiver(call);
    return receiver != null
        && Calls.name(call).equals(pair.give())
        && receiver.toString().equals(lock.toString())
        && context.resources().is(context.type(receiver), pair.type());
  }

  private static Optional<MethodInvocationTree> suspension(
      @Nullable Tree held, int start, int end, RuleContext context) {
    return Suspensions.in(held, context).stream()
        .filter(call -> context.start(call) >= start && context.end(call) <= end)
        .findFirst();
  }

  private static Mistake mistake(
      MethodInvocationTree suspension, Pair pair, ExpressionTree lock, RuleContext context) {
    String name = context.brief(lock);
    return Mistake.at(
        suspension,
        "'" + Calls.name(suspension) + "' suspends while '" + name + "' is held",
        pair.ofThread()
            ? "the body may go on, and call " + pair.give() + ", on a thread that does not own it"
            : "the thread that has to resume the body may be one that waits for it",
        "give '"
            + name
            + "' back before; what must last longer belongs in an AsyncQueue of permits");
  }
}
