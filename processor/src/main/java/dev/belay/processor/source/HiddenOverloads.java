package dev.belay.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.model.PrivateTypes;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * Calls for which another method may be chosen where one variable stands for all parameterizations
 * of a private class.
 *
 * <pre>{@code
 * static <T> String same(List<T> a, List<T> b) { ... }
 * static String same(Object a, Object b) { ... }
 *
 * same(pairsOfTextAndNumber, pairsOfNumberAndText)     // the second; with List<Pair_>, the first
 * }</pre>
 */
final class HiddenOverloads {
  private final BodyContext context;
  private final Types types;

  HiddenOverloads(BodyContext context) {
    this.context = context;
    this.types = context.oracle().types();
  }

  /**
   * Refuses such a call.
   *
   * @param select what names the method; the creation where it is a constructor
   */
  void check(
      TreePath path,
      TreePath select,
      ExecutableElement called,
      List<? extends ExpressionTree> arguments) {
    List<TypeMirror> given = new ArrayList<>();
    arguments.forEach(each -> given.add(context.type(new TreePath(path, each))));
    TypeElement owner = TypeOracle.enclosingType(called);
    if (select.getLeaf() instanceof MemberSelectTree member) {
      TypeMirror object = context.type(new TreePath(select, member.getExpression()));
      given.add(object);
      if (context.oracle().above().upper(object) instanceof DeclaredType site) {
        owner = (TypeElement) site.asElement();
      }
    }
    if (isMixed(given) && hasOthers(called, owner, arguments.size())) {
      context.unsupportedOnce(
          path.getLeaf(),
          "an overloaded method for objects of a private class with different type arguments",
          "one type variable stands for the class, whatever its arguments are, so that Java could"
              + " choose another method",
          "make the class package-private");
    }
  }

  /** Whether a class has different arguments, and one of the types depends on them. */
  private boolean isMixed(List<TypeMirror> given) {
    List<DeclaredType> met = new ArrayList<>();
    boolean isNested = false;
    for (TypeMirror type : given) {
      for (DeclaredType each : TypeParts.classes(type)) {
        if (PrivateTypes.isHidden(each) && !Sightings.isPlain((TypeElement) each.asElement())) {
          met.add(each);
          isNested |= each != type;
        }
      }
    }
    return isNested
        && met.stream()
            .anyMatch(
                one ->
                    met.stream()
                        .anyMatch(
                            other ->
                                one.asElement().equals(other.asElement())
                                    && !types.isSameType(one, other)));
  }

  private boolean hasOthers(ExecutableElement called, TypeElement owner, int count) {
    List<Element> all = new ArrayList<>(context.oracle().elements().getAllMembers(owner));
    all.addAll(TypeOracle.enclosingType(called).getEnclosedElements());
    List<ExecutableElement> named = new ArrayList<>(ElementFilter.methodsIn(all));
    named.addAll(ElementFilter.constructorsIn(all));
    return named.stream()
        .filter(each -> each.getSimpleName().equals(called.getSimpleName()))
        .filter(each -> !each.equals(called) && !overrides(each, called, owner))
        .filter(each -> each.isVarArgs() || each.getParameters().size() == count)
        .anyMatch(
            each ->
                each.getParameters().stream()
                    .map(VariableElement::asType)
                    .anyMatch(type -> !TypeParts.variables(type).isEmpty()));
  }

  private boolean overrides(ExecutableElement one, ExecutableElement other, TypeElement type) {
    return context.oracle().elements().overrides(one, other, type)
        || context.oracle().elements().overrides(other, one, type);
  }
}
