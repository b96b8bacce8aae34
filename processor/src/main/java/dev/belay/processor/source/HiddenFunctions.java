package dev.belay.processor.source;

import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.HiddenFunction;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.model.FunctionalInterfaces;
import dev.belay.processor.model.PrivateTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Lambdas and method references of private interfaces ({@link HiddenFunction}). */
final class HiddenFunctions {
  private final HiddenTypes types;
  private final Map<String, HiddenFunction> functions = new LinkedHashMap<>();

  HiddenFunctions(HiddenTypes types) {
    this.types = types;
  }

  List<HiddenFunction> all() {
    return List.copyOf(functions.values());
  }

  /** Whether an object of the interface can be made of a lambda that Java takes for one. */
  static boolean isPossible(DeclaredType type, TypeOracle oracle) {
    ExecutableElement method = FunctionalInterfaces.method(oracle.elements(), type).orElse(null);
    if (method == null
        || !method.getTypeParameters().isEmpty()
        || oracle.above().asSuper(type, "java.io.Serializable") != null) {
      return false;
    }
    ExecutableType function = oracle.functions().function(type).orElseThrow();
    List<TypeMirror> all = new ArrayList<>(function.getParameterTypes());
    all.add(function.getReturnType());
    return all.stream().noneMatch(oracle::isUnspeakable);
  }

  /** A function for a place where an object of the private interface is to stand. */
  record Place(String prefix, Fragment type) {}

  /** What stands in front of a lambda, and the type that it has there. */
  Place place(DeclaredType type, String prefix, TypeOracle oracle) {
    ExecutableType function = oracle.functions().function(type).orElseThrow();
    TypeElement element = (TypeElement) type.asElement();
    Map<String, Fragment> locals = new LinkedHashMap<>();
    List<TypeText> texts =
        oracle.outside(
            locals,
            () -> {
              List<TypeText> all = new ArrayList<>();
              function.getParameterTypes().forEach(each -> all.add(oracle.text(each)));
              all.add(oracle.text(function.getReturnType()));
              function.getThrownTypes().forEach(each -> all.add(oracle.text(each)));
              return all;
            });
    int count = function.getParameterTypes().size();
    List<Fragment> others =
        new ArrayList<>(HiddenMembers.typeParameters(TypeParts.variables(function), oracle));
    locals.keySet().forEach(each -> others.add(Fragment.text(each)));
    List<Fragment> ours = types.with(others, texts, oracle);
    List<TypeText> withMade = new ArrayList<>(texts);
    TypeText made = oracle.text(type);
    withMade.add(made);
    List<Fragment> accessor = types.with(others, withMade, oracle);
    HiddenFunction known =
        functions.computeIfAbsent(
            made + " " + texts + " " + accessor,
            key ->
                new HiddenFunction(
                    "Lambda" + (functions.size() + 1),
                    accessorName(element),
                    oracle.elements().getBinaryName(element).toString(),
                    FunctionalInterfaces.method(oracle.elements(), type)
                        .orElseThrow()
                        .getSimpleName()
                        .toString(),
                    ours,
                    accessor,
                    made,
                    texts.subList(0, count),
                    texts.get(count),
                    texts.subList(count + 1, texts.size())));
    return new Place(
        prefix + HiddenTypes.names(accessor, locals) + known.accessor() + "(",
        Fragment.text(prefix + known.name() + HiddenTypes.names(ours, locals)));
  }

  private String accessorName(TypeElement type) {
    String base = "lambda_" + types.accessorName(type);
    String name = base;
    for (int i = 2; isTaken(name); i++) {
      name = base + "_" + i;
    }
    return name;
  }

  private boolean isTaken(String accessor) {
    return functions.values().stream().anyMatch(each -> each.accessor().equals(accessor));
  }

  /** What a lambda or a reference becomes; null for one of an interface that has a name. */
  static @Nullable Place of(BodyContext context, TypeMirror type) {
    return PrivateTypes.isHidden(type)
            && type instanceof DeclaredType declared
            && isPossible(declared, context.oracle())
        ? context.hidden().functions().place(declared, context.hidden().prefix(), context.oracle())
        : null;
  }
}
