package dev.belay.processor.behaviour.harness;

import com.google.testing.compile.JavaFileObjects;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.tools.ToolProvider;

/**
 * Writes out what a method that is merely called cannot do: close the iterator of a loop over
 * {@code each} on every way out, release at the end of the block what {@code using} opened, keep a
 * consumer's close from being caught, and tell that an await stands in a {@code finally} block.
 */
final class NativeSource extends TreeScanner<Void, Void> {
  private static final String ASYNC = "dev.belay.Async.";

  private final String text;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final TreeMap<Integer, StringBuilder> insertions = new TreeMap<>();
  private final Map<Integer, Integer> replaced = new TreeMap<>();
  private int scopes;
  private int finallies;

  /** Whether a {@code return} ends a template that can be closed here. */
  private boolean returns;

  private NativeSource(String text, CompilationUnitTree unit, SourcePositions positions) {
    this.text = text;
    this.unit = unit;
    this.positions = positions;
  }

  static List<Source> of(List<Source> sources) {
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(
                    null,
                    null,
                    diagnostic -> {},
                    List.of(),
                    null,
                    sources.stream()
                        .map(
                            source -> JavaFileObjects.forSourceString(source.name(), source.text()))
                        .toList());
    try {
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      List<Source> rewritten = new ArrayList<>();
      Iterator<? extends CompilationUnitTree> units = task.parse().iterator();
      for (Source source : sources) {
        CompilationUnitTree unit = units.next();
        NativeSource scanner = new NativeSource(source.text(), unit, positions);
        scanner.scan(unit, null);
        rewritten.add(new Source(source.name(), scanner.rewritten()));
      }
      return rewritten;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String rewritten() {
    return rewritten(0, text.length());
  }

  private String rewritten(int from, int to) {
    StringBuilder result = new StringBuilder();
    int at = from;
    for (Map.Entry<Integer, StringBuilder> insertion : insertions.subMap(from, to).entrySet()) {
      int position = insertion.getKey();
      result.append(text, at, position).append(insertion.getValue());
      at = replaced.getOrDefault(position, position);
    }
    return result.append(text, at, to).toString();
  }

  private int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  private int end(Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }

  /** The text of a tree that goes elsewhere. */
  private String taken(Tree tree) {
    String taken = rewritten(start(tree), end(tree));
    insertions.subMap(start(tree), end(tree)).clear();
    return taken;
  }

  /** What is inserted at one place stands in the order of the calls. */
  private void insert(int position, String inserted) {
    insertions.computeIfAbsent(position, p -> new StringBuilder()).append(inserted);
  }

  private void replace(Tree tree, String by) {
    insert(start(tree), by);
    replaced.put(start(tree), end(tree));
  }

  @Override
  public Void visitTry(TryTree tree, Void nothing) {
    scan(tree.getResources(), null);
    if (returns && !tree.getResources().isEmpty()) {
      returning(tree.getBlock());
    } else {
      scan(tree.getBlock(), null);
    }
    scan(tree.getCatches(), null);
    finallies++;
    scan(tree.getFinallyBlock(), null);
    finallies--;
    return null;
  }

  /** A close is a return, also for what resources fail with when they are closed (A24). */
  private void returning(BlockTree block) {
    String caught = "closing$" + ++scopes;
    insert(start(block) + 1, " try {");
    scan(block, null);
    insert(
        end(block) - 1,
        "} catch (Throwable %1$s) { if (%2$sisClosing(%1$s)) return; throw %1$s; } "
            .formatted(caught, ASYNC));
  }

  @Override
  public Void visitMethod(MethodTree tree, Void nothing) {
    boolean closed =
        tree.getModifiers().getAnnotations().stream()
            .map(each -> each.getAnnotationType().toString())
            .anyMatch(each -> each.endsWith("AsyncGenerator") || each.endsWith("AsyncResource"));
    return inside(closed, () -> super.visitMethod(tree, null));
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void nothing) {
    return inside(false, () -> super.visitLambdaExpression(tree, null));
  }

  @Override
  public Void visitSwitchExpression(SwitchExpressionTree tree, Void nothing) {
    return inside(false, () -> super.visitSwitchExpression(tree, null));
  }

  private Void inside(boolean closed, Supplier<Void> scan) {
    boolean outside = returns;
    returns = closed;
    scan.get();
    returns = outside;
    return null;
  }

  @Override
  public Void visitCatch(CatchTree tree, Void nothing) {
    if (tree.getParameter().getType().toString().endsWith("Throwable")) {
      String caught = tree.getParameter().getName().toString();
      insert(start(tree.getBlock()) + 1, " " + ASYNC + "pass(" + caught + ");");
    }
    return super.visitCatch(tree, null);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
    if (finallies > 0 && isCall(tree, "await")) {
      int select = start(tree.getMethodSelect());
      int end = end(tree.getMethodSelect());
      insert(end, "Releasing");
      if (tree.getMethodSelect() instanceof IdentifierTree) {
        insert(select, ASYNC);
      }
    }
    return super.visitMethodInvocation(tree, null);
  }

  @Override
  public Void visitLabeledStatement(LabeledStatementTree tree, Void nothing) {
    if (tree.getStatement() instanceof EnhancedForLoopTree loop
        && isCall(loop.getExpression(), "each")) {
      loop(tree, loop);
      return null;
    }
    return super.visitLabeledStatement(tree, null);
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void nothing) {
    if (isCall(tree.getExpression(), "each")) {
      loop(tree, tree);
      return null;
    }
    return super.visitEnhancedForLoop(tree, null);
  }

  /** The loop, with its label, guarded by what closes the iterator. */
  private void loop(StatementTree whole, EnhancedForLoopTree loop) {
    String name = "loop$" + ++scopes;
    MethodInvocationTree each = (MethodInvocationTree) loop.getExpression();
    Tree sequence = each.getArguments().get(0);
    scan(sequence, null);
    String call = ASYNC + "loop(" + taken(sequence) + ", " + (finallies > 0) + ")";
    insert(start(whole), "{ var " + name + " = " + call + "; try { ");
    replace(each, name);
    scan(loop.getStatement(), null);
    insert(end(whole), " }" + handlers(name, name + ".failed(thrown$); throw thrown$;") + " }");
  }

  @Override
  public Void visitBlock(BlockTree tree, Void nothing) {
    StringBuilder closing = new StringBuilder();
    for (StatementTree statement : tree.getStatements()) {
      scan(statement, null);
      MethodInvocationTree using = using(statement);
      if (using != null) {
        String name = "scope$" + ++scopes;
        ExpressionTree scope = using.getArguments().get(0);
        String call = ASYNC + "enter(" + taken(scope) + ", " + (finallies > 0) + ")";
        insert(start(statement), "var " + name + " = " + call + "; try { ");
        replace(using, name + ".value()");
        closing.insert(
            0, " }" + handlers(name, "if (!" + name + ".failed(thrown$)) throw thrown$;"));
      }
    }
    if (closing.length() > 0) {
      List<? extends StatementTree> statements = tree.getStatements();
      StatementTree last = statements.get(statements.size() - 1);
      if (last instanceof ReturnTree result && result.getExpression() != null) {
        closing.append(" return ").append(ASYNC).append("suppressed();");
      }
      insert(end(tree) - 1, closing.toString());
    }
    return null;
  }

  private static String handlers(String name, String failed) {
    return " catch (Throwable thrown$) { " + failed + " } finally { " + name + ".leave(); }";
  }

  private static MethodInvocationTree using(StatementTree statement) {
    ExpressionTree value = null;
    if (statement instanceof VariableTree variable) {
      value = variable.getInitializer();
    } else if (statement instanceof ExpressionStatementTree expression) {
      value = expression.getExpression();
    }
    return value != null && isCall(value, "using") ? (MethodInvocationTree) value : null;
  }

  private static boolean isCall(ExpressionTree tree, String name) {
    if (!(tree instanceof MethodInvocationTree call)) {
      return false;
    }
    ExpressionTree select = call.getMethodSelect();
    return select instanceof MemberSelectTree member
        ? member.getIdentifier().contentEquals(name) && isAsync(member.getExpression())
        : ((IdentifierTree) select).getName().contentEquals(name);
  }

  private static boolean isAsync(ExpressionTree receiver) {
    return receiver.toString().endsWith("Async");
  }
}
