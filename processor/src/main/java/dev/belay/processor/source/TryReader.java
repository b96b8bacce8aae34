package dev.belay.processor.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.lower.ir.Body;
import dev.belay.processor.lower.ir.Expr;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Sugar;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import dev.belay.processor.report.Message;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code try}: resources innermost, then catch clauses, then finally (JLS 14.20.3.2). */
final class TryReader {
  private final BodyContext context;
  private final StatementReader statements;
  private final ExpressionReader expressions;
  private final Declarations declarations;

  TryReader(
      BodyContext context,
      StatementReader statements,
      ExpressionReader expressions,
      Declarations declarations) {
    this.context = context;
    this.expressions = expressions;
    this.statements = statements;
    this.declarations = declarations;
  }

  Stmt read(TreePath path, TryTree tree) {
    List<Sugar.Resource> resources = new ArrayList<>();
    for (Tree resource : tree.getResources()) {
      resources.add(resource(new TreePath(path, resource)));
    }
    Stmt result = block(path, tree.getBlock());
    if (!resources.isEmpty()) {
      result = new Sugar.TryWith(resources, (Stmt.Block) result, context.line(tree));
    }
    if (!tree.getCatches().isEmpty()) {
      List<Stmt.Catch> catches = new ArrayList<>();
      List<? extends CatchTree> clauses = tree.getCatches();
      int plain = HiddenCatches.before(context.trees(), path, tree);
      for (CatchTree clause : clauses.subList(0, plain)) {
        catches.add(clause(new TreePath(path, clause), clause));
      }
      if (plain < clauses.size()) {
        catches.add(
            new HiddenCatches(
                    context,
                    declarations,
                    each -> block(each.getParentPath(), (BlockTree) each.getLeaf()))
                .clause(path, clauses.subList(plain, clauses.size())));
      }
      result = new Stmt.TryCatch(asBlock(result), catches);
    }
    if (tree.getFinallyBlock() != null) {
      refuseYield(path, tree.getFinallyBlock());
      result = new Stmt.TryFinally(asBlock(result), block(path, tree.getFinallyBlock()), null);
    }
    return result;
  }

  private void refuseYield(TreePath path, BlockTree block) {
    Tree token = SuspensionFinder.firstYield(context, path, block);
    if (token != null && context.kind() != Body.Kind.METHOD) {
      context.report(Message.YieldInFinally, token, context.text(token));
    }
  }

  private Sugar.Resource resource(TreePath path) {
    if (path.getLeaf() instanceof VariableTree variable) {
      return new Sugar.Resource(declarations.local(path, variable), false);
    }
    Expr existing = expressions.read(path);
    TypeText type = context.oracle().text(context.type(path));
    Variable held = context.fresh().temporary("resource", type);
    return new Sugar.Resource(Stmt.Declare.temporary(held, existing), true);
  }

  private Stmt.Catch clause(TreePath path, CatchTree clause) {
    TreePath parameter = new TreePath(path, clause.getParameter());
    Stmt.Declare declared = declarations.declare(parameter, clause.getParameter(), null);
    Fragment types =
        FragmentReader.read(context, new TreePath(parameter, clause.getParameter().getType()));
    return new Stmt.Catch(declared.variable(), types, block(path, clause.getBlock()));
  }

  private Stmt.Block block(TreePath path, BlockTree block) {
    return statements.block(new TreePath(path, block), block.getStatements());
  }

  private static Stmt.Block asBlock(Stmt stmt) {
    return stmt instanceof Stmt.Block block ? block : Stmt.Block.of(stmt);
  }
}
