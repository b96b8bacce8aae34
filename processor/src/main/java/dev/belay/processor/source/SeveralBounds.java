package dev.belay.processor.source;

import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.LocalClass;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.TypeText.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/**
 * Types with an argument of several bounds, or with a captured one in several places or deep
 * inside. Java infers them and has no way to write them, so neither a field nor a cast can have
 * one. A field has the nearest type that can be written, and what is read of it gets its own type
 * back by inference: where nothing but its bounds is known of a type parameter, it becomes just
 * their intersection (JLS 18.4).
 *
 * <pre>{@code
 * var list = List.of("a", 1);          list.add(await(next));
 *
 * List<? extends Serializable> list;   new SeenList<>(list).seen.add(next);
 * class SeenList<S1 extends Serializable & Comparable<?>, S2 extends Serializable & Comparable<? extends S1>> {
 *   final List<S2> seen;
 *   SeenList(Object value) { seen = (List<S2>) value; }
 * }
 * }</pre>
 *
 * <p>The expression stands alone: no target type takes part in that inference (JLS 15.2).
 */
final class SeveralBounds {
  private final TypeOracle oracle;
  private final LocalClasses classes;
  private final Map<TypeMirror, View> known = new LinkedHashMap<>();

  SeveralBounds(TypeOracle oracle, LocalClasses classes) {
    this.oracle = oracle;
    this.classes = classes;
  }

  /** How a variable of the type is read; as itself, where no parameter can be like its argument. */
  View view(TypeMirror type) {
    for (Map.Entry<TypeMirror, View> each : known.entrySet()) {
      if (oracle.types().isSameType(each.getKey(), type)) {
        return each.getValue();
      }
    }
    View view = witness(type).orElse(View.ITSELF);
    known.put(type, view);
    return view;
  }

  private Optional<View> witness(TypeMirror type) {
    Parameters parameters = new Parameters();
    Fragment exact = oracle.exactly(type, parameters::name);
    if (!parameters.suffice || parameters.all.isEmpty() || hasNameless(type)) {
      return Optional.empty();
    }
    LocalClass witness =
        classes.witness(
            "Seen" + simpleName(type),
            each ->
                Fragment.of(
                    "final class " + each,
                    parameters.declared(),
                    " {\n  final ",
                    exact,
                    " seen;\n\n  " + each + "(",
                    TypeText.OBJECT.text(),
                    " value) {\n    seen = (",
                    exact,
                    ") value;\n  }\n}"));
    return Optional.of(new View(Fragment.text(witness.use()), Fragment.text(").seen"), false));
  }

  private boolean hasNameless(TypeMirror type) {
    return TypeParts.classes(type).stream().anyMatch(oracle::isNameless);
  }

  private static String simpleName(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return simpleName(array.getComponentType()) + "s";
    }
    return type instanceof DeclaredType declared
        ? declared.asElement().getSimpleName().toString()
        : "";
  }

  /** The type parameters that stand for what has several bounds in one type. */
  private final class Parameters {
    private final Map<TypeMirror, String> names = new LinkedHashMap<>();
    private final List<Fragment> all = new ArrayList<>();
    private boolean suffice = true;

    Fragment name(TypeMirror type) {
      for (Map.Entry<TypeMirror, String> each : names.entrySet()) {
        if (oracle.types().isSameType(each.getKey(), type)) {
          return Fragment.text(each.getValue());
        }
      }
      String name = classes.fresh("S" + (names.size() + 1));
      names.put(type, name);
      List<Object> parameter = new ArrayList<>();
      parameter.add(name);
      String separator = " extends ";
      List<? extends TypeMirror> bounds = bounds(type);
      for (TypeMirror bound : bounds) {
        // A variable that is a bound must be the only one (JLS 4.4).
        suffice &= bounds.size() == 1 || !(bound instanceof TypeVariable);
        suffice &= bound.getKind() != TypeKind.ERROR;
        parameter.add(separator);
        parameter.add(oracle.exactly(bound, this::name));
        separator = " & ";
      }
      all.add(Fragment.of(parameter.toArray()));
      return Fragment.text(name);
    }

    private static List<? extends TypeMirror> bounds(TypeMirror type) {
      return type instanceof IntersectionType several
          ? several.getBounds()
          : MadeUp.bounds((TypeVariable) type);
    }

    Fragment declared() {
      List<Object> parts = new ArrayList<>();
      String separator = "<";
      for (Fragment each : all) {
        parts.add(separator);
        parts.add(each);
        separator = ", ";
      }
      parts.add(">");
      return Fragment.of(parts.toArray());
    }
  }
}
