package dev.belay.processor.check.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import dev.belay.processor.check.match.Bodies;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.spi.RuleContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** What a method of the same file hands out, as its text tells. */
record Answer(MethodTree method, RuleContext context) {
  /** Empty if the method stands elsewhere, or has no body. */
  static Optional<Answer> of(ExecutableElement method, RuleContext context) {
    return Bodies.all(context.path().getCompilationUnit(), MethodTree.class).stream()
        .filter(tree -> tree.getBody() != null && method.equals(context.element(tree)))
        .findFirst()
        .map(tree -> new Answer(tree, context));
  }

  /**
   * Whether nothing goes on with what the method is given at these places: it waits, or hands out
   * what is complete or has nothing to do with them.
   */
  boolean isDone(Set<Integer> places) {
    List<ReturnTree> returns = Bodies.own(method.getBody(), ReturnTree.class);
    return !returns.isEmpty()
        && places.stream().allMatch(place -> place < method.getParameters().size())
        && returns.stream().allMatch(each -> isDone(each.getExpression(), places));
  }

  private boolean isDone(@Nullable ExpressionTree value, Set<Integer> places) {
    return value != null
        && Calls.strip(value) instanceof MethodInvocationTree call
        && (PendingUse.isWait(call, context)
            || PendingUse.isCompleted(call)
            || places.stream().noneMatch(place -> mentions(call, place)));
  }

  private boolean mentions(MethodInvocationTree call, int place) {
    Element parameter = context.element(method.getParameters().get(place));
    return parameter == null || Bodies.mentions(context, call, parameter);
  }
}
