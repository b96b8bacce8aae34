package dev.belay.processor.source;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/**
 * Captured types that no wildcard can stand for: one that is in two places, which two wildcards
 * would not say to be the same, or one inside of an argument, which is captured no more when it is
 * read (JLS 5.1.10).
 *
 * <pre>{@code
 * map.entrySet().iterator()      // of a Map<?, ?>: Iterator<Map.Entry<K, V>>, of two captured types
 * }</pre>
 */
final class Correlation {
  private final Set<TypeMirror> seen = new HashSet<>();
  private boolean found;

  private Correlation() {}

  static boolean isIn(TypeMirror type) {
    Correlation correlation = new Correlation();
    if (!TypeOracle.isCapture(type)) {
      correlation.collect(type, 0);
    }
    return correlation.found;
  }

  private void collect(TypeMirror type, int depth) {
    if (type instanceof TypeVariable variable) {
      if (TypeOracle.isCapture(variable)) {
        found |= depth > 1 || !seen.add(variable);
      }
    } else if (type instanceof DeclaredType declared) {
      declared.getTypeArguments().forEach(each -> collect(each, depth + 1));
    } else if (type instanceof ArrayType array) {
      collect(array.getComponentType(), depth);
    } else if (type instanceof WildcardType wildcard) {
      if (wildcard.getExtendsBound() != null) {
        collect(wildcard.getExtendsBound(), depth + 1);
      }
      if (wildcard.getSuperBound() != null) {
        collect(wildcard.getSuperBound(), depth + 1);
      }
    }
  }
}
