package dev.belay.processor.behaviour.harness;

import dev.belay.AsyncResource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/**
 * Writes scopes of resource classes that run natively: the methods of an instance around a yield,
 * as clauses D.1 say it.
 */
final class NativeScopes {
  private final TypeElement type;
  private final ExecutableElement open;
  private final ExecutableElement close;

  private NativeScopes(TypeElement type) {
    AsyncResource names = type.getAnnotation(AsyncResource.class);
    this.type = type;
    this.open = method(names.open());
    this.close = method(names.close());
  }

  /** One method for each constructor. */
  static List<String> of(TypeElement type, String generics) {
    NativeScopes scopes = new NativeScopes(type);
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .filter(each -> !each.getModifiers().contains(Modifier.PRIVATE))
        .map(each -> scopes.factory(each, generics))
        .toList();
  }

  private ExecutableElement method(String name) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(each -> each.getSimpleName().contentEquals(name))
        .findFirst()
        .orElseThrow();
  }

  private String factory(ExecutableElement constructor, String generics) {
    List<String> parameters = new ArrayList<>();
    List<? extends VariableElement> all = constructor.getParameters();
    for (VariableElement parameter : all) {
      String written = parameter.asType().toString();
      boolean last = parameter == all.get(all.size() - 1);
      parameters.add(
          (last && constructor.isVarArgs() ? written.replaceFirst("\\[]$", "...") : written)
              + " "
              + parameter);
    }
    String thrown =
        constructor.getThrownTypes().stream()
            .map(Object::toString)
            .collect(Collectors.joining(","));
    String names = all.stream().map(Object::toString).collect(Collectors.joining(", "));
    return """
    public static %s dev.belay.AsyncScope<%s> of(%s) %s {
      %s self$ = new %s(%s);
      return run().resource(out$ -> {
        %s
        Throwable failure$ = null;
        boolean suppressed$ = false;
        try { out$.yield(value$); } catch (Throwable t) { failure$ = t; }
        try { %s } catch (Throwable t) { %s }
        if (failure$ != null && !suppressed$) throw failure$;
      });
    }
    """
        .formatted(
            generics,
            handedOut(),
            String.join(", ", parameters),
            thrown.isEmpty() ? "" : "throws " + thrown,
            type.asType(),
            type.asType(),
            names,
            opening(),
            closing(),
            close.getParameters().isEmpty()
                ? "if (failure$ == null) throw t; run().suppress(failure$, t);"
                : "throw t;");
  }

  private boolean isStage(ExecutableElement method) {
    return method.getReturnType().toString().startsWith("java.util.concurrent.");
  }

  private boolean handsOutItself() {
    return open.getReturnType().getKind() == TypeKind.VOID
        || (isStage(open) && open.getReturnType().toString().matches(".*<(\\?|java.lang.Void)>"));
  }

  private String handedOut() {
    String result = open.getReturnType().toString();
    if (handsOutItself()) {
      return type.asType().toString();
    } else if (isStage(open)) {
      return result.substring(result.indexOf('<') + 1, result.length() - 1);
    }
    return result.equals("int") ? "Integer" : result;
  }

  private String opening() {
    String call = "self$." + open.getSimpleName() + "()";
    String value = isStage(open) ? "run().await(" + call + ", false)" : call;
    return handsOutItself()
        ? value + "; " + type.asType() + " value$ = self$;"
        : handedOut() + " value$ = " + value + ";";
  }

  private String closing() {
    String argument = close.getParameters().isEmpty() ? "" : "failure$";
    String call = "self$." + close.getSimpleName() + "(" + argument + ")";
    String value = isStage(close) ? "run().await(" + call + ", true)" : call;
    return close.getReturnType().toString().matches("boolean|.*Boolean>?")
        ? "suppressed$ = Boolean.TRUE.equals(" + value + ");"
        : value + ";";
  }
}
