package dev.belay.processor.attribute;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Source text of an outer unit without the bodies of its methods. The nested compiler attributes
 * every source that it reads: with bodies, the bodies of one template would draw in those of the
 * whole program.
 */
final class Skeletons {
  private static final String METHOD_BODY = "{ throw null; }";
  private static final String INITIALIZER = "{ }";
  private static final String STATIC = "static";

  private final SourcePositions positions;
  private final Elements elements;

  Skeletons(Trees trees, Elements elements) {
    this.positions = trees.getSourcePositions();
    this.elements = elements;
  }

  /**
   * The text to compile a type from, cut from its source. It is printed instead when there is no
   * source to cut from (javac crashes over a source file that throws), and when the unit's tree has
   * members that its source lacks, which is how processors such as Lombok work.
   *
   * @param type a top-level type in {@code unit}
   */
  CharSequence text(CompilationUnitTree unit, TypeElement type) {
    try {
      CharSequence source = unit.getSourceFile().getCharContent(true);
      Scan scan = new Scan(unit, source);
      scan.scan(unit, null);
      if (!scan.isAltered) {
        return replaced(source, scan.bodies);
      }
    } catch (IOException | RuntimeException e) {
      // Printed below.
    }
    List<String> imports = unit.getImports().stream().map(Object::toString).toList();
    return new SignaturePrinter(elements).file(type, imports);
  }

  private static CharSequence replaced(CharSequence source, Map<Integer, Body> bodies) {
    StringBuilder text = new StringBuilder(source.length());
    int end = 0;
    for (Map.Entry<Integer, Body> body : bodies.entrySet()) {
      text.append(source, end, body.getKey()).append(body.getValue().replacement());
      end = body.getValue().end();
    }
    return text.append(source, end, source.length());
  }

  private record Body(int end, String replacement) {}

  private final class Scan extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final CharSequence source;
    private final Map<Integer, Body> bodies = new TreeMap<>();
    private boolean isAltered;

    Scan(CompilationUnitTree unit, CharSequence source) {
      this.unit = unit;
      this.source = source;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
      for (Tree member : tree.getMembers()) {
        if (member instanceof BlockTree block) {
          cut(block, INITIALIZER);
        } else {
          isAltered |= isAdded(tree, member);
          scan(member, null);
        }
      }
      return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
      if (tree.getBody() != null) {
        cut(tree.getBody(), METHOD_BODY);
      }
      return null;
    }

    /** Leaves a block as it is when the text is not what its positions say. */
    private void cut(BlockTree block, String replacement) {
      int brace = braceOf(block);
      int end = (int) positions.getEndPosition(unit, block);
      if (isAt(brace, '{') && isAt(end - 1, '}') && brace < end) {
        bodies.put(brace, new Body(end, replacement));
      }
    }

    /** A static initializer starts at its keyword, any other block at its brace. */
    private int braceOf(BlockTree block) {
      int start = (int) positions.getStartPosition(unit, block);
      if (!block.isStatic() || !isAt(start, 's')) {
        return start;
      }
      int brace = start + STATIC.length();
      while (brace < source.length() && Character.isWhitespace(source.charAt(brace))) {
        brace++;
      }
      return brace;
    }

    private boolean isAt(int position, char expected) {
      return 0 <= position && position < source.length() && source.charAt(position) == expected;
    }

    /** Whether the text where a member claims to be does not even have its name. */
    private boolean isAdded(ClassTree owner, Tree member) {
      String name;
      if (member instanceof VariableTree variable) {
        name = variable.getName().toString();
      } else if (member instanceof MethodTree method && method.getReturnType() != null) {
        name = method.getName().toString();
      } else {
        return false;
      }
      int start = (int) positions.getStartPosition(unit, member);
      int end = (int) positions.getEndPosition(unit, member);
      if (start < 0 || end < start || end > source.length()) {
        // javac itself adds a record's accessors, which have no end.
        return owner.getKind() != Tree.Kind.RECORD;
      }
      return !source.subSequence(start, end).toString().contains(name);
    }
  }
}
