package dev.belay.processor.check;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.belay.processor.report.Finding;
import dev.belay.processor.report.Message;
import dev.belay.processor.report.Span;
import java.util.Set;
import java.util.function.Predicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Reports what could only throw at run time: templates that are called, words that are not
 * compiled.
 */
public final class TemplateUse implements TaskListener {
  private static final Set<String> WORDS = Set.of("await", "each", "using");

  private final Trees trees;
  private final Predicate<String> isGenerated;

  private TemplateUse(Trees trees, Predicate<String> isGenerated) {
    this.trees = trees;
    this.isGenerated = isGenerated;
  }

  /**
   * Looks at every class that the compilation attributes.
   *
   * @param isGenerated tells by the qualified name which classes repeat the user's text
   */
  public static void install(ProcessingEnvironment javac, Predicate<String> isGenerated) {
    JavacTask.instance(javac).addTaskListener(new TemplateUse(Trees.instance(javac), isGenerated));
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() != TaskEvent.Kind.ANALYZE
        || event.getTypeElement() == null
        || isGenerated.test(event.getTypeElement().getQualifiedName().toString())) {
      return;
    }
    TreePath path = trees.getPath(event.getTypeElement());
    if (path != null) {
      new Scanner(path.getCompilationUnit()).scan(path, null);
    }
  }

  private final class Scanner extends TreePathScanner<Void, @Nullable Void> {
    private final CompilationUnitTree unit;

    Scanner(CompilationUnitTree unit) {
      this.unit = unit;
    }

    @Override
    public Void visitMethod(MethodTree tree, @Nullable Void unused) {
      if (trees.getElement(getCurrentPath()) instanceof ExecutableElement method
          && Templates.isTemplate(method)
          && method.getEnclosingElement() instanceof TypeElement owner
          && Templates.isLocal(owner)) {
        print(Message.TemplateIsLocal, tree, tree.getName().toString());
      }
      return super.visitMethod(tree, unused);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
      ExpressionTree select = tree.getMethodSelect();
      judge(select, trees.getElement(new TreePath(getCurrentPath(), select)));
      return super.visitMethodInvocation(tree, unused);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
      judge(tree, trees.getElement(getCurrentPath()));
      return super.visitMemberReference(tree, unused);
    }

    private void judge(Tree token, @Nullable Element called) {
      if (!(called instanceof ExecutableElement method)
          || !(method.getEnclosingElement() instanceof TypeElement owner)) {
        return;
      }
      if (Templates.isTemplate(method)) {
        String companion = Templates.companion(owner) + "." + method.getSimpleName();
        print(
            Message.TemplateCalledDirectly,
            token,
            method.getSimpleName().toString(),
            companion,
            Templates.arguments(token, method));
      } else if (owner.getQualifiedName().contentEquals("dev.belay.Async")
          && WORDS.contains(method.getSimpleName().toString())
          && !isInTemplate()) {
        print(Message.SuspensionOutsideTemplate, token, method.getSimpleName().toString());
      }
    }

    /** Inside a template the compiler has looked, and said what it does not like. */
    private boolean isInTemplate() {
      for (TreePath up = getCurrentPath(); up != null; up = up.getParentPath()) {
        if (up.getLeaf() instanceof MethodTree
            && trees.getElement(up) instanceof ExecutableElement method
            && Templates.isTemplate(method)) {
          return true;
        }
      }
      return false;
    }

    private void print(Message message, Tree token, String... arguments) {
      Finding finding = Finding.of(message, new Span(0, 0), arguments);
      trees.printMessage(Diagnostic.Kind.ERROR, finding.text(), token, unit);
    }
  }
}
