package dev.belay.processor.check.flow;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.belay.processor.check.match.Bodies;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.resource.Release;
import dev.belay.processor.check.spi.RuleContext;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What comes after a statement in its block. */
public final class Following {
  private static final String EXECUTOR = "java.util.concurrent.ExecutorService";

  private static final Pattern ENDS =
      Pattern.compile("(?:await|close|shutdown|stop|terminate)(?!Now).*");

  private Following() {}

  /** Whether something asynchronous is released after a statement, and its stage is not dropped. */
  public static boolean keepsRelease(BlockTree block, Tree statement, RuleContext context) {
    List<? extends StatementTree> all = block.getStatements();
    Releases releases = new Releases(context);
    releases.scan(all.subList(all.indexOf(statement) + 1, all.size()), null);
    return releases.isKept;
  }

  /**
   * Whether an executor is ended in a statement behind one: what was started there is waited for,
   * as far as anybody can tell.
   */
  public static boolean endsExecutor(BlockTree block, Tree statement, RuleContext context) {
    List<? extends StatementTree> all = block.getStatements();
    return all.subList(all.indexOf(statement) + 1, all.size()).stream()
        .flatMap(next -> Bodies.own(next, MethodInvocationTree.class).stream())
        .filter(call -> ENDS.matcher(Calls.name(call)).matches())
        .flatMap(
            call ->
                Stream.concat(
                    Stream.ofNullable(Calls.receiver(call)), call.getArguments().stream()))
        .anyMatch(it -> context.resources().is(context.type(it), EXECUTOR));
  }

  private static final class Releases extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final RuleContext context;
    private boolean isKept;

    Releases(RuleContext context) {
      this.context = context;
    }

    @Override
    public @Nullable Void visitExpressionStatement(
        ExpressionStatementTree tree, @Nullable Void unused) {
      return tree.getExpression() instanceof MethodInvocationTree call && isRelease(call)
          ? null
          : super.visitExpressionStatement(tree, unused);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
      isKept |= isRelease(call);
      return super.visitMethodInvocation(call, unused);
    }

    private boolean isRelease(MethodInvocationTree call) {
      return Calls.release(context, call)
          .filter(release -> release.kind() == Release.Kind.EAGER)
          .isPresent();
    }
  }
}
