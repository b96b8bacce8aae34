package dev.belay.processor.attribute;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Puts into the text of a unit what another processor has put into its tree. Lombok works so:
 *
 * <pre>
 * &#64;Getter class T { int x; }
 * &#64;Getter class T { int x; public int getX() { throw null; } }
 * </pre>
 *
 * Nothing is inserted into a method, and no line is added.
 */
final class Amendments {
  private static final Pattern LOMBOK_VAL = Pattern.compile("import\\s+lombok\\s*\\.\\s*(val|\\*)");
  private static final Pattern ESCAPE = Pattern.compile("\\\\u");

  private final Trees trees;
  private final SourcePositions positions;
  private final SignaturePrinter printer;

  Amendments(ProcessingEnvironment environment) {
    this.trees = Trees.instance(environment);
    this.positions = trees.getSourcePositions();
    this.printer = new SignaturePrinter(environment.getElementUtils());
  }

  /** The text to read a unit with templates from; nothing when its file is fine as it is. */
  @Nullable Amended of(CompilationUnitTree unit) {
    try {
      String source = unit.getSourceFile().getCharContent(true).toString();
      if (ESCAPE.matcher(source).find()) {
        return null; // names are spelled in ways that a look at the text does not see
      }
      String declared = withoutVal(source);
      Scan scan = new Scan(unit, declared);
      scan.scan(unit, null);
      return scan.insertions.isEmpty() && declared.equals(source)
          ? null
          : Amended.of(declared, scan.insertions);
    } catch (IOException | RuntimeException e) {
      return null; // the nested compiler reads the file by itself, and will say so
    }
  }

  /** {@code val x = f();} becomes {@code var x = f();}, which is as long. */
  private static String withoutVal(String source) {
    if (!LOMBOK_VAL.matcher(source).find()) {
      return source;
    }
    StringBuilder text = new StringBuilder(source);
    boolean isVal = false;
    int start = 0;
    for (SourceTokens tokens = new SourceTokens(source); tokens.next(); ) {
      if (isVal && tokens.isName()) {
        text.replace(start, start + 3, "var");
      }
      isVal = tokens.isName() && tokens.token().equals("val");
      start = tokens.start();
    }
    return text.toString();
  }

  private final class Scan extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final String source;
    private final Map<Long, String> insertions = new HashMap<>();

    Scan(CompilationUnitTree unit, String source) {
      this.unit = unit;
      this.source = source;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
      TreePath path = getCurrentPath();
      StringBuilder added = new StringBuilder();
      for (Tree member : tree.getMembers()) {
        if (isAdded(tree, member)) {
          added.append(text(path, member));
        } else {
          modifiers(new TreePath(path, member));
          if (member instanceof ClassTree) {
            scan(member, null);
          }
        }
      }
      long end = positions.getEndPosition(unit, tree) - 1;
      if (!added.isEmpty()
          && 0 <= end
          && end < source.length()
          && source.charAt((int) end) == '}') {
        String separator = tree.getKind() == Tree.Kind.ENUM ? " ; " : " ";
        insertions.put(end, separator + added.toString().replaceAll("\\s+", " "));
      }
      return null;
    }

    /** Whether the text where a member claims to be does not even have its name. */
    private boolean isAdded(ClassTree owner, Tree member) {
      String name;
      if (member instanceof VariableTree variable) {
        name = variable.getName().toString();
      } else if (member instanceof MethodTree method) {
        boolean isConstructor = method.getReturnType() == null;
        name = (isConstructor ? owner.getSimpleName() : method.getName()).toString();
      } else if (member instanceof ClassTree type) {
        name = type.getSimpleName().toString();
      } else {
        return false;
      }
      int start = (int) positions.getStartPosition(unit, member);
      int end = (int) positions.getEndPosition(unit, member);
      // What javac itself adds has no end: accessors of records, default constructors.
      return 0 <= start
          && start <= end
          && end <= source.length()
          && !Pattern.compile("(?<![\\w$.])" + Pattern.quote(name) + "(?![\\w$])")
              .matcher(source.substring(start, end))
              .find();
    }

    private String text(TreePath owner, Tree member) {
      Element element = trees.getElement(new TreePath(owner, member));
      return element == null ? "" : printer.member((TypeElement) trees.getElement(owner), element);
    }

    /** Members may have become private, or static. */
    private void modifiers(TreePath member) {
      Tree tree = member.getLeaf();
      Tree type = null;
      ModifiersTree modifiers = null;
      if (tree instanceof VariableTree variable) {
        type = variable.getType();
        modifiers = variable.getModifiers();
      } else if (tree instanceof MethodTree method && method.getTypeParameters().isEmpty()) {
        type = method.getReturnType();
        modifiers = method.getModifiers();
      }
      if (type == null || modifiers == null) {
        return;
      }
      int start = (int) positions.getStartPosition(unit, tree);
      int end = (int) positions.getStartPosition(unit, type);
      if (start < 0 || end < start || end > source.length()) {
        return;
      }
      String written = source.substring(start, end);
      StringBuilder missing = new StringBuilder();
      for (Modifier each : new Modifier[] {Modifier.PRIVATE, Modifier.STATIC}) {
        if (modifiers.getFlags().contains(each)
            && !isImplied(member, each)
            && !Pattern.compile("\\b" + each + "\\b").matcher(written).find()) {
          missing.append(each).append(' ');
        }
      }
      if (!missing.isEmpty()) {
        insertions.put((long) end, missing.toString());
      }
    }

    /**
     * Fields of interfaces, components of records and constants of enums are not told what they
     * are.
     */
    private boolean isImplied(TreePath member, Modifier modifier) {
      Tree.Kind owner = member.getParentPath().getLeaf().getKind();
      return owner != Tree.Kind.CLASS && (owner != Tree.Kind.ENUM || modifier == Modifier.STATIC);
    }
  }
}
