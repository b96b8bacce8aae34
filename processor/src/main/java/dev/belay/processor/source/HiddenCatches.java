package dev.belay.processor.source;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.belay.processor.lower.ir.Expr.Pure;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.HiddenType;
import dev.belay.processor.lower.ir.Jump;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import dev.belay.processor.model.PrivateTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Catch clauses from the first one of a private class on. {@code catch} takes a class, so one
 * clause takes everything and asks.
 *
 * <pre>{@code
 * catch (Failed e) { a(); } catch (IOException f) { b(); }
 *
 * catch (Throwable thrown) {
 *   if (Hidden.is_Failed(thrown)) { Failed_ e = Hidden.<Failed_>as_Failed(thrown); a(); }
 *   else if (thrown instanceof IOException) { IOException f = (IOException) thrown; b(); }
 *   else { throw thrown; }
 * }
 * }</pre>
 */
final class HiddenCatches {
  private final BodyContext context;
  private final Declarations declarations;
  private final Function<TreePath, Stmt.Block> blocks;

  /**
   * @param blocks reads the block of a clause
   */
  HiddenCatches(
      BodyContext context, Declarations declarations, Function<TreePath, Stmt.Block> blocks) {
    this.context = context;
    this.declarations = declarations;
    this.blocks = blocks;
  }

  /** How many clauses stand before the first one of a private class. */
  static int before(Trees trees, TreePath path, TryTree tree) {
    int number = 0;
    for (CatchTree clause : tree.getCatches()) {
      for (TreePath each : types(new TreePath(path, clause), clause)) {
        if (PrivateTypes.isHidden(trees.getTypeMirror(each))) {
          return number;
        }
      }
      number++;
    }
    return number;
  }

  /** The types that a clause names. */
  private static List<TreePath> types(TreePath path, CatchTree clause) {
    TreePath parameter = new TreePath(path, clause.getParameter());
    TreePath type = new TreePath(parameter, clause.getParameter().getType());
    if (!(type.getLeaf() instanceof UnionTypeTree union)) {
      return List.of(type);
    }
    List<TreePath> all = new ArrayList<>();
    for (Tree each : union.getTypeAlternatives()) {
      all.add(new TreePath(type, each));
    }
    return all;
  }

  /** The clause that stands for these. */
  Stmt.Catch clause(TreePath path, List<? extends CatchTree> clauses) {
    Variable thrown = context.fresh().temporary("thrown", TypeText.THROWABLE);
    Stmt.Block chosen =
        Stmt.Block.of(new Jump.Throw(Pure.read(thrown), context.line(clauses.get(0))));
    for (int i = clauses.size() - 1; i >= 0; i--) {
      chosen = Stmt.Block.of(chosen(new TreePath(path, clauses.get(i)), thrown, chosen));
    }
    return new Stmt.Catch(thrown, TypeText.THROWABLE.text(), chosen);
  }

  private Stmt chosen(TreePath path, Variable thrown, Stmt.Block otherwise) {
    CatchTree clause = (CatchTree) path.getLeaf();
    List<TreePath> types = types(path, clause);
    List<Object> test = new ArrayList<>();
    for (TreePath each : types) {
      test.add(test.isEmpty() ? "" : " || ");
      test.add(test(context.type(each), thrown));
    }
    VariableTree parameter = clause.getParameter();
    TreePath at = new TreePath(path, parameter);
    TypeMirror type = types.size() == 1 ? context.type(types.get(0)) : context.type(at);
    Stmt.Declare declared =
        declarations.declare(at, parameter, Pure.of(value(type, thrown), TypeText.THROWABLE));
    List<Stmt> statements = new ArrayList<>();
    statements.add(declared);
    statements.addAll(blocks.apply(new TreePath(path, clause.getBlock())).statements());
    return new Stmt.If(
        Pure.of(Fragment.of(test.toArray()), TypeText.BOOLEAN),
        new Stmt.Block(statements),
        otherwise,
        context.line(clause));
  }

  private Fragment test(TypeMirror type, Variable thrown) {
    return PrivateTypes.isHidden(type)
        ? Fragment.of(ask(type, HiddenType.Use.IS), Fragment.read(thrown), ")")
        : Fragment.of(Fragment.read(thrown), " instanceof ", context.oracle().text(type).text());
  }

  private Fragment value(TypeMirror type, Variable thrown) {
    return PrivateTypes.isHidden(type)
        ? Fragment.of(ask(type, HiddenType.Use.AS), Fragment.read(thrown), ")")
        : Fragment.of("(", context.oracle().text(type).text(), ") ", Fragment.read(thrown));
  }

  private String ask(TypeMirror type, HiddenType.Use use) {
    TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
    return context.hidden().ask(element, use, context.oracle());
  }
}
