package dev.belay.processor.attribute;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.util.HashMap;
import java.util.Map;
import javax.tools.Diagnostic;

/**
 * The attributed counterpart of an outer compilation unit.
 *
 * @param file the file that the nested compiler read
 * @param unit its tree
 * @param methods its methods by where they start in the source
 */
record Twin(RootSource file, CompilationUnitTree unit, Map<Long, MethodTree> methods) {
  Twin {
    methods = Map.copyOf(methods);
  }

  static Twin of(RootSource file, CompilationUnitTree unit, SourcePositions positions) {
    Map<Long, MethodTree> methods = new HashMap<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethod(MethodTree method, Void unused) {
        // A default constructor or a record's accessor that javac adds has a start but no end.
        if (positions.getEndPosition(unit, method) != Diagnostic.NOPOS) {
          methods.put(positions.getStartPosition(unit, method), method);
        }
        return super.visitMethod(method, unused);
      }
    }.scan(unit, null);
    return new Twin(file, unit, methods);
  }
}
