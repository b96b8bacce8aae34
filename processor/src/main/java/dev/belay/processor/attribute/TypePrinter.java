package dev.belay.processor.attribute;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.NoType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.jspecify.annotations.Nullable;

/** Types as source text, qualified and without annotations, which {@code toString} would print. */
final class TypePrinter extends SimpleTypeVisitor14<String, @Nullable Void> {
  private static final String OBJECT = "java.lang.Object";

  String print(TypeMirror type) {
    return visit(type);
  }

  String print(List<? extends TypeMirror> types, String separator) {
    return types.stream().map(this::print).collect(Collectors.joining(separator));
  }

  @Override
  public String visitPrimitive(PrimitiveType type, @Nullable Void unused) {
    return keyword(type.getKind());
  }

  @Override
  public String visitNoType(NoType type, @Nullable Void unused) {
    return keyword(type.getKind());
  }

  @Override
  public String visitArray(ArrayType type, @Nullable Void unused) {
    return print(type.getComponentType()) + "[]";
  }

  @Override
  public String visitDeclared(DeclaredType type, @Nullable Void unused) {
    TypeElement element = (TypeElement) type.asElement();
    String arguments =
        type.getTypeArguments().isEmpty() ? "" : "<" + print(type.getTypeArguments(), ", ") + ">";
    boolean isInnerOfGeneric =
        type.getEnclosingType() instanceof DeclaredType outer && outer.toString().contains("<");
    String name =
        isInnerOfGeneric
            ? print(type.getEnclosingType()) + "." + element.getSimpleName()
            : element.getQualifiedName().toString();
    return name + arguments;
  }

  /** A type that some processor may yet generate is only a name, which imports may resolve. */
  @Override
  public String visitError(ErrorType type, @Nullable Void unused) {
    String name = type.toString();
    return SourceVersion.isName(name) ? name : OBJECT;
  }

  @Override
  public String visitTypeVariable(TypeVariable type, @Nullable Void unused) {
    return type.asElement().getSimpleName().toString();
  }

  @Override
  public String visitWildcard(WildcardType type, @Nullable Void unused) {
    TypeMirror extendsBound = type.getExtendsBound();
    if (extendsBound != null) {
      return "? extends " + print(extendsBound);
    }
    TypeMirror superBound = type.getSuperBound();
    return superBound == null ? "?" : "? super " + print(superBound);
  }

  @Override
  public String visitIntersection(IntersectionType type, @Nullable Void unused) {
    return print(type.getBounds(), " & ");
  }

  @Override
  protected String defaultAction(TypeMirror type, @Nullable Void unused) {
    return OBJECT;
  }

  private static String keyword(TypeKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
