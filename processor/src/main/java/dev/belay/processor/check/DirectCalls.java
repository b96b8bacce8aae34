package dev.belay.processor.check;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.belay.AsyncGenerator;
import dev.belay.AsyncMethod;
import dev.belay.AsyncResource;
import dev.belay.processor.report.Finding;
import dev.belay.processor.report.Message;
import dev.belay.processor.report.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Reports calls of templates: at run time they could only throw. */
public final class DirectCalls implements TaskListener {
  private final Trees trees;
  private final Predicate<String> isGenerated;

  private DirectCalls(Trees trees, Predicate<String> isGenerated) {
    this.trees = trees;
    this.isGenerated = isGenerated;
  }

  /**
   * Looks at every class that the compilation attributes.
   *
   * @param isGenerated tells by the qualified name which classes repeat the user's text
   */
  public static void install(ProcessingEnvironment javac, Predicate<String> isGenerated) {
    JavacTask.instance(javac).addTaskListener(new DirectCalls(Trees.instance(javac), isGenerated));
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
    public Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
      ExpressionTree select = tree.getMethodSelect();
      report(select, trees.getElement(new TreePath(getCurrentPath(), select)));
      return super.visitMethodInvocation(tree, unused);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
      report(tree, trees.getElement(getCurrentPath()));
      return super.visitMemberReference(tree, unused);
    }

    private void report(Tree token, @Nullable Element called) {
      if (!(called instanceof ExecutableElement method)
          || !isTemplate(method)
          || !(method.getEnclosingElement() instanceof TypeElement owner)) {
        return;
      }
      String companion = companion(owner) + "." + method.getSimpleName();
      Finding finding =
          Finding.of(
              Message.TemplateCalledDirectly,
              new Span(0, 0),
              method.getSimpleName().toString(),
              companion,
              arguments(token, method));
      trees.printMessage(Diagnostic.Kind.ERROR, finding.text(), token, unit);
    }
  }

  private static boolean isTemplate(ExecutableElement method) {
    return method.getAnnotation(AsyncGenerator.class) != null
        || method.getAnnotation(AsyncMethod.class) != null
        || method.getAnnotation(AsyncResource.class) != null;
  }

  private static String companion(TypeElement owner) {
    List<String> names = new ArrayList<>();
    for (Element each = owner; each instanceof TypeElement; ) {
      names.add(0, each.getSimpleName().toString());
      each = each.getEnclosingElement();
    }
    return String.join("_", names) + "Async";
  }

  private static String arguments(Tree token, ExecutableElement method) {
    List<String> arguments = new ArrayList<>();
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      String receiver = "this";
      if (token instanceof MemberSelectTree select
          && select.getExpression() instanceof IdentifierTree identifier
          && !identifier.getName().contentEquals("super")) {
        receiver = identifier.getName().toString();
      }
      arguments.add(receiver);
    }
    int count = method.getParameters().size();
    if (method.getAnnotation(AsyncMethod.class) == null) {
      count--;
    }
    for (int i = 0; i < count; i++) {
      arguments.add(method.getParameters().get(i).getSimpleName().toString());
    }
    return String.join(", ", arguments);
  }
}
