package dev.belay.processor.check.rule;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.match.Dropped;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/** A sequence or scope that only describes work, and that nobody asks for it. */
final class SequenceNeverIterated implements Rule.OnStatement, Rule.OnLambda {
  private static final RuleInfo INFO =
      new RuleInfo(
          "SequenceNeverIterated",
          "a lazy sequence or scope is dropped, so its body never runs",
          Severity.WARNING);

  /** Types that do nothing by themselves, and how to make them. */
  private static final Map<String, String> OURS =
      Map.of(
          "dev.belay.AsyncIterable", "for (var it : each(...)), or forEach",
          "dev.belay.AsyncScope", "using(...), or use(...)");

  /** Types whose operators only describe; other methods that return one may do more. */
  private static final Set<String> PUBLISHERS =
      Set.of(
          "io.reactivex.rxjava3.core.Flowable",
          "io.reactivex.rxjava3.core.Observable",
          "io.smallrye.mutiny.Multi",
          "reactor.core.publisher.Flux");

  private static final Set<String> OPERATORS =
      Set.of(
          "buffer",
          "concatMap",
          "concatWith",
          "distinct",
          "doFinally",
          "doOnComplete",
          "doOnError",
          "doOnNext",
          "doOnTerminate",
          "filter",
          "flatMap",
          "invoke",
          "map",
          "mergeWith",
          "onErrorResume",
          "publishOn",
          "retry",
          "skip",
          "subscribeOn",
          "switchIfEmpty",
          "take",
          "takeWhile",
          "window");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Mistake> check(ExpressionStatementTree tree, RuleContext context) {
    return Dropped.call(tree).map(call -> judge(call, context)).orElse(List.of());
  }

  @Override
  public List<Mistake> check(LambdaExpressionTree tree, RuleContext context) {
    return Dropped.call(tree, context)
        .filter(call -> context.type(tree).toString().startsWith("java."))
        .map(call -> judge(call, context))
        .orElse(List.of()); // functions of test libraries expect the call to fail
  }

  private static List<Mistake> judge(MethodInvocationTree call, RuleContext context) {
    ExecutableElement method = context.method(call);
    if (method == null || Calls.isOnMock(context, call)) {
      return List.of();
    }
    // as declared: what hands back its argument, such as requireNonNull, makes no sequence
    TypeMirror type = method.getReturnType();
    for (Map.Entry<String, String> each : OURS.entrySet()) {
      if (context.resources().names(type).contains(each.getKey())
          && !context.resources().is(type, "dev.belay.AsyncCloseable")) {
        return List.of(mistake(call, each.getValue()));
      }
    }
    return isPublisher(type, context) && isOperator(call, context)
        ? List.of(mistake(call, "subscribe to it, or make it part of the pipeline"))
        : List.of();
  }

  private static boolean isPublisher(TypeMirror type, RuleContext context) {
    return PUBLISHERS.stream().anyMatch(name -> context.resources().is(type, name));
  }

  private static boolean isOperator(MethodInvocationTree call, RuleContext context) {
    ExpressionTree receiver = Calls.receiver(call);
    return receiver != null
        && OPERATORS.contains(Calls.name(call))
        && isPublisher(context.type(receiver), context);
  }

  private static Mistake mistake(MethodInvocationTree call, String instead) {
    return Mistake.at(
        call,
        "what '" + Calls.name(call) + "' returns is dropped, and nothing of it runs",
        "it does its work only when somebody asks for it",
        instead);
  }
}
