package dev.belay.processor.source;

import dev.belay.processor.lower.ir.Accessors;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.HiddenConstant;
import dev.belay.processor.lower.ir.HiddenMember;
import dev.belay.processor.lower.ir.HiddenMember.Kind;
import dev.belay.processor.lower.ir.HiddenPart;
import dev.belay.processor.lower.ir.HiddenType;
import dev.belay.processor.lower.ir.HiddenUpdate;
import dev.belay.processor.lower.ir.TypeText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Collects the members that the generated code cannot reach by name. A method handle from a lookup
 * in the user's class reaches them; in a static final field it costs what direct access costs.
 */
public final class HiddenMembers {
  private final Map<String, HiddenMember> members = new LinkedHashMap<>();
  private @Nullable TypeElement user;
  private String name = "Hidden";
  private final Map<String, HiddenConstant> constants = new LinkedHashMap<>();
  private final HiddenTypes types = new HiddenTypes();
  private final Set<TypeText.Shape> parts = EnumSet.noneOf(TypeText.Shape.class);
  private @Nullable TypeOracle last;
  private final Map<String, HiddenUpdate> updates = new LinkedHashMap<>();

  /**
   * The class whose bodies are read: through it protected members of other packages are reached.
   */
  void usedBy(TypeElement type) {
    user = type;
  }

  /**
   * Picks a name for the class of the accessors that no text of the bodies can mean otherwise.
   *
   * @param source the file of the bodies
   */
  void apartFrom(String source) {
    for (int i = 2; Pattern.compile("\\b" + name + "\\b").matcher(source).find(); i++) {
      name = "Hidden" + i;
    }
    types.apartFrom(source);
  }

  /** The private classes that have type variables in their place. */
  HiddenTypes types() {
    return types;
  }

  /** The nested class of the companion that holds the accessors. */
  String name() {
    return name;
  }

  /** What stands before the name of an accessor. */
  String prefix() {
    return name + ".";
  }

  /** The class in whose name a member is looked up, and of whose instances. */
  private TypeElement access(Element member) {
    return user != null && member.getModifiers().contains(Modifier.PROTECTED)
        ? user
        : TypeOracle.enclosingType(member);
  }

  /** The type of a member, as the class that inherits it sees it. */
  private static TypeMirror seen(Element member, TypeElement from, TypeOracle oracle) {
    return oracle.types().asMemberOf((DeclaredType) from.asType(), member);
  }

  /** What has been collected so far. */
  public Accessors accessors() {
    return new Accessors(
        name,
        List.copyOf(members.values()),
        List.copyOf(updates.values()),
        List.copyOf(constants.values()),
        last == null ? List.of() : types.asked(last),
        List.copyOf(parts));
  }

  /** The accessor that reads a field. */
  String get(VariableElement field, TypeOracle oracle) {
    return field(field, Kind.GET, oracle);
  }

  /** The accessor that assigns a field and returns what it assigned. */
  String set(VariableElement field, TypeOracle oracle) {
    return field(field, Kind.SET, oracle);
  }

  /** The accessor that assigns a field and returns what it was before. */
  String swap(VariableElement field, TypeOracle oracle) {
    get(field, oracle);
    set(field, oracle);
    return field(field, Kind.SWAP, oracle);
  }

  /**
   * The class that updates a field of a computed object.
   *
   * @param operand the type of what stands behind the operator; empty for a postfix one
   * @return what creates it, up to the object
   */
  String update(
      VariableElement field, String operator, Optional<TypeText> operand, TypeOracle oracle) {
    String getter = plain(get(field, oracle));
    String setter = plain(set(field, oracle));
    TypeElement access = access(field);
    HiddenUpdate update =
        updates.computeIfAbsent(
            key(Kind.SET, field, operator + operand),
            key ->
                new HiddenUpdate(
                    "Update" + (updates.size() + 1),
                    getter,
                    setter,
                    types.with(
                        typeParameters(allParameters(access), oracle),
                        List.of(oracle.text(access.asType())),
                        oracle),
                    oracle.text(access.asType()),
                    oracle.text(seen(field, access, oracle)),
                    oracle.unboxed(field.asType()),
                    operator,
                    Operators.joins(field.asType(), operator, oracle),
                    operand));
    return "new " + prefix() + update.name() + (update.typeParameters().isEmpty() ? "(" : "<>(");
  }

  /** The accessor without type arguments, as its own class calls it. */
  private static String plain(String accessor) {
    return accessor.substring(accessor.lastIndexOf('>') + 1);
  }

  private String field(VariableElement field, Kind kind, TypeOracle oracle) {
    TypeElement access = access(field);
    TypeText type = oracle.text(seen(field, access, oracle));
    TypeText erased = oracle.erased(field.asType());
    boolean set = kind != Kind.GET;
    return add(
        key(kind, field, ""),
        prefix(kind) + field.getSimpleName(),
        accessor ->
            new HiddenMember(
                accessor,
                kind,
                erasedName(TypeOracle.enclosingType(field), oracle),
                field.getSimpleName().toString(),
                field.getModifiers().contains(Modifier.STATIC),
                typeParameters(allParameters(access), oracle),
                receiver(field, access, oracle),
                erasedName(access, oracle),
                set ? List.of(type) : List.of(),
                set ? List.of(erased) : List.of(),
                type,
                erased,
                false,
                List.of(),
                Map.of(),
                true),
        oracle);
  }

  private static String prefix(Kind kind) {
    return switch (kind) {
      case SET -> "set_";
      case SWAP -> "swap_";
      case CREATE -> "new_";
      case COMPONENT -> "part_";
      default -> "";
    };
  }

  /** The type of the instance; of a class that may have no name where there is none. */
  private static TypeText receiver(Element member, TypeElement access, TypeOracle oracle) {
    boolean none =
        member.getModifiers().contains(Modifier.STATIC)
            || member.getKind() == ElementKind.CONSTRUCTOR;
    return none ? oracle.ownerName(access) : oracle.text(access.asType());
  }

  /** The accessor that a record pattern asks for a component. */
  String component(ExecutableElement method, TypeOracle oracle) {
    return call(method, Kind.COMPONENT, oracle);
  }

  /** The record that binds a component whatever it is, by what kind of value that is. */
  String part(TypeText.Shape shape) {
    parts.add(shape);
    return prefix() + HiddenPart.name(shape);
  }

  /** The accessor that calls a method or constructor. */
  String call(ExecutableElement method, TypeOracle oracle) {
    boolean create = method.getKind() == ElementKind.CONSTRUCTOR;
    return call(method, create ? Kind.CREATE : Kind.CALL, oracle);
  }

  private String call(ExecutableElement method, Kind kind, TypeOracle oracle) {
    boolean create = kind == Kind.CREATE;
    TypeElement owner = TypeOracle.enclosingType(method);
    TypeElement access = create ? owner : access(method);
    ExecutableType type = (ExecutableType) seen(method, access, oracle);
    TypeMirror result = create ? owner.asType() : type.getReturnType();
    TypeMirror declared = create ? owner.asType() : method.getReturnType();
    List<TypeParameterElement> generics = new ArrayList<>();
    boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
    if (!isStatic) {
      generics.addAll(allParameters(access));
    }
    generics.addAll(method.getTypeParameters());
    List<TypeMirror> parameters = new ArrayList<>(type.getParameterTypes());
    List<TypeMirror> declaredParameters = new ArrayList<>();
    method.getParameters().forEach(one -> declaredParameters.add(one.asType()));
    TypeElement outer = create ? outerOf(owner) : null;
    if (outer != null) {
      parameters.add(0, outer.asType());
      declaredParameters.add(0, outer.asType());
    }
    return add(
        key(kind, method, method.toString()),
        prefix(kind) + (create ? owner : method).getSimpleName(),
        accessor ->
            new HiddenMember(
                accessor,
                kind,
                erasedName(owner, oracle),
                method.getSimpleName().toString(),
                isStatic,
                typeParameters(generics, oracle),
                receiver(method, access, oracle),
                erasedName(access, oracle),
                parameters.stream().map(oracle::text).toList(),
                declaredParameters.stream().map(oracle::erased).toList(),
                oracle.text(result),
                oracle.erased(declared),
                method.isVarArgs(),
                method.getThrownTypes().stream().map(oracle::text).toList(),
                Map.of(),
                true),
        oracle);
  }

  /** The class of the object that the constructor of an inner class takes first; or null. */
  static @Nullable TypeElement outerOf(TypeElement type) {
    return type.getKind() == ElementKind.CLASS
            && !type.getModifiers().contains(Modifier.STATIC)
            && type.getEnclosingElement() instanceof TypeElement outer
        ? outer
        : null;
  }

  /**
   * The accessor that calls what a method overrides.
   *
   * @param from the class in which {@code super} is written
   */
  String superCall(ExecutableElement method, TypeElement from, TypeOracle oracle) {
    ExecutableType type =
        (ExecutableType) oracle.types().asMemberOf((DeclaredType) from.asType(), method);
    List<TypeParameterElement> generics = new ArrayList<>(allParameters(from));
    generics.addAll(method.getTypeParameters());
    return add(
        "SUPER " + from.getQualifiedName() + " " + method,
        "super_" + method.getSimpleName(),
        accessor ->
            new HiddenMember(
                accessor,
                Kind.SUPER,
                erasedName(TypeOracle.enclosingType(method), oracle),
                method.getSimpleName().toString(),
                false,
                typeParameters(generics, oracle),
                oracle.text(from.asType()),
                erasedName(from, oracle),
                type.getParameterTypes().stream().map(oracle::text).toList(),
                method.getParameters().stream().map(one -> oracle.erased(one.asType())).toList(),
                oracle.text(type.getReturnType()),
                oracle.erased(method.getReturnType()),
                method.isVarArgs(),
                method.getThrownTypes().stream().map(oracle::text).toList(),
                Map.of(),
                true),
        oracle);
  }

  /**
   * The accessor that reads the enclosing instance of an inner object. javac names the field after
   * the number of instances around the outer one, and adds dollars while a field of that name is
   * declared.
   */
  String outer(TypeElement inner, TypeElement outer, TypeOracle oracle) {
    int depth = 0;
    TypeMirror each = outer.asType();
    while (each instanceof DeclaredType type
        && type.getEnclosingType().getKind() == TypeKind.DECLARED) {
      each = type.getEnclosingType();
      depth++;
    }
    StringBuilder name = new StringBuilder("this$" + depth);
    while (declares(inner, name.toString())) {
      name.append('$');
    }
    return add(
        "OUTER " + inner.getQualifiedName(),
        "outerOf" + inner.getSimpleName(),
        accessor ->
            new HiddenMember(
                accessor,
                Kind.GET,
                erasedName(inner, oracle),
                name.toString(),
                false,
                typeParameters(allParameters(inner), oracle),
                oracle.text(inner.asType()),
                erasedName(inner, oracle),
                List.of(),
                List.of(),
                oracle.text(outer.asType()),
                erasedName(outer, oracle),
                false,
                List.of(),
                Map.of(),
                true),
        oracle);
  }

  private static boolean declares(TypeElement type, String field) {
    return type.getEnclosedElements().stream()
        .anyMatch(each -> each.getKind().isField() && each.getSimpleName().contentEquals(field));
  }

  /** The type parameters of a class and of the classes whose instances it has. */
  private static List<TypeParameterElement> allParameters(TypeElement type) {
    List<TypeParameterElement> all = new ArrayList<>();
    for (Element each = type; each instanceof TypeElement one; ) {
      all.addAll(0, one.getTypeParameters());
      if (one.getModifiers().contains(Modifier.STATIC)) {
        break;
      }
      each = one.getEnclosingElement();
    }
    return all;
  }

  /**
   * A private constant, which the companion repeats under its own name.
   *
   * @return the name to use
   */
  String constant(VariableElement field, String literal, TypeOracle oracle) {
    String key = TypeOracle.enclosingType(field).getQualifiedName() + "." + field.getSimpleName();
    HiddenConstant known = constants.get(key);
    if (known != null) {
      return known.name();
    }
    String suggestion = field.getSimpleName().toString();
    String name = suggestion;
    for (int i = 2; isConstant(name); i++) {
      name = suggestion + i;
    }
    constants.put(key, new HiddenConstant(name, oracle.text(field.asType()), literal));
    return name;
  }

  private boolean isConstant(String name) {
    return constants.values().stream().anyMatch(one -> one.name().equals(name));
  }

  /**
   * @return what is called: private classes are type arguments, where they are all there are
   */
  private String add(
      String key,
      String suggestion,
      java.util.function.Function<String, HiddenMember> maker,
      TypeOracle oracle) {
    last = oracle;
    HiddenMember member = members.get(key);
    if (member == null) {
      String accessor = suggestion;
      for (int i = 2; isTaken(accessor); i++) {
        accessor = suggestion + i;
      }
      member = types.speak(maker.apply(accessor), oracle);
      members.put(key, member);
    }
    return types.arguments(member, oracle) + member.accessor();
  }

  /** The accessor that asks something of a private class, with its bracket; or the class itself. */
  String ask(TypeElement type, HiddenType.Use use, TypeOracle oracle) {
    last = oracle;
    types.ask(type, use);
    String accessor = use.of(types.accessorName(type));
    if (use == HiddenType.Use.TYPE) {
      return prefix() + accessor;
    }
    return prefix() + (use.names() ? types.arguments(List.of(type), oracle) : "") + accessor + "(";
  }

  private boolean isTaken(String accessor) {
    return members.values().stream().anyMatch(member -> member.accessor().equals(accessor))
        || accessor.matches("(as|is|only|found|all|class|of|array|type)_.*");
  }

  private static String key(Kind kind, Element member, String signature) {
    return kind
        + " "
        + TypeOracle.enclosingType(member).getQualifiedName()
        + " "
        + member.getSimpleName()
        + " "
        + signature;
  }

  private static TypeText erasedName(TypeElement owner, TypeOracle oracle) {
    return oracle.ownerName(owner);
  }

  private static List<Fragment> typeParameters(
      List<? extends TypeParameterElement> parameters, TypeOracle oracle) {
    List<Fragment> written = new ArrayList<>();
    for (TypeParameterElement parameter : parameters) {
      List<Object> parts = new ArrayList<>();
      parts.add(parameter.getSimpleName().toString());
      String separator = " extends ";
      for (TypeMirror bound : parameter.getBounds()) {
        parts.add(separator);
        parts.add(oracle.text(bound).text());
        separator = " & ";
      }
      written.add(Fragment.of(parts.toArray()));
    }
    return written;
  }
}
