package dev.belay.processor.check.rule;

import com.sun.source.tree.MethodInvocationTree;
import dev.belay.processor.check.catalog.Fact;
import dev.belay.processor.check.match.AsyncCode;
import dev.belay.processor.check.match.Callbacks;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.spi.Certainty;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/** A thread waits for each element of an asynchronous sequence, in code that must not wait. */
final class SyncIteration implements Rule.OnCall {
  private static final RuleInfo INFO =
      new RuleInfo(
          "SyncIteration",
          "asynchronous code walks an asynchronous sequence by blocking",
          Severity.ERROR);

  private static final Set<String> WALKS = Set.copyOf(AsyncCode.WALKS);

  /** They wait for one element, which a hot sequence has. */
  private static final Set<String> ONE =
      Set.of(
          "blockFirst",
          "blockLast",
          "blockingFirst",
          "blockingLast",
          "blockingLatest",
          "blockingMostRecent",
          "blockingSingle");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Mistake> check(MethodInvocationTree tree, RuleContext context) {
    boolean isWalk = WALKS.contains(Calls.name(tree)) && isBlocking(tree, context);
    if (!isWalk && !AsyncCode.waitsForElement(context, tree)) {
      return List.of();
    }
    String where = AsyncCode.around(context);
    if (where == null) {
      return List.of();
    }
    return List.of(
        Mistake.at(
                tree,
                "'" + Calls.name(tree) + "' blocks the thread for each element, " + where,
                "the thread may be the one that has to deliver the elements, and then waits for itself",
                AsyncCode.isInTemplate(context)
                    ? "for (var element : each(sequence)), with AsyncIterable.fromPublisher for a"
                        + " publisher"
                    : "keep it in the pipeline (map, flatMap, collect), or walk it in an @AsyncMethod"
                        + " with each(...)")
            .because(certainty(tree, context)));
  }

  private static Certainty certainty(MethodInvocationTree tree, RuleContext context) {
    if (AsyncCode.isInTemplate(context)) {
      return Certainty.SHOWN;
    }
    if (ONE.contains(Calls.name(tree))) {
      return Certainty.GUESSED; // it may be there already
    }
    // on which thread a callback runs is not in the file
    return Callbacks.around(context) != null ? Certainty.LIKELY : Certainty.SHOWN;
  }

  private static boolean isBlocking(MethodInvocationTree tree, RuleContext context) {
    ExecutableElement method = context.method(tree);
    return method != null && context.resources().says(Fact.BLOCKS, method);
  }
}
