/**
 * What a rule is written against: the built-in ones, and those of others, which are found through
 * {@link java.util.ServiceLoader} on the processor path as implementations of {@link
 * dev.belay.processor.check.spi.Rule}.
 *
 * <p>A rule is told of one kind of tree, after javac has attributed it, and answers with mistakes:
 *
 * <pre>{@code
 * public final class SleepInStage implements Rule.OnCall {
 *   public RuleInfo info() {
 *     return new RuleInfo("SleepInStage", "a thread is put to sleep", Severity.WARNING);
 *   }
 *
 *   public List<Mistake> check(MethodInvocationTree tree, RuleContext context) {
 *     ExecutableElement method = context.method(tree);
 *     if (method == null || !method.getSimpleName().contentEquals("sleep")) {
 *       return List.of();
 *     }
 *     return List.of(Mistake.at(tree, "this call ...", "the thread ...", "use Async.sleep"));
 *   }
 * }
 * }</pre>
 */
@NullMarked
package dev.belay.processor.check.spi;

import org.jspecify.annotations.NullMarked;
