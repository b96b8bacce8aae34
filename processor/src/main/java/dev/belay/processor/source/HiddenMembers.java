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
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Collects the members that the generated code cannot reach by name. A method handle from a lookup
 * in the user's class reaches them; in a static final field it costs what direct access costs.
 */
public final class HiddenMembers {
  /** What is asked of classes, and the parameters of accessors. */
  private static final Pattern OURS =
      Pattern.compile("(as|is|only|found|all|class|of|array|type|lambda)_.*|self|a\\d+");

  private final Map<String, HiddenMember> members = new LinkedHashMap<>();
  private String name = "Hidden";
  private final Map<String, HiddenConstant> constants = new LinkedHashMap<>();
  private final HiddenTypes types = new HiddenTypes();
  private final HiddenFunctions functions = new HiddenFunctions(types);
  private final Set<TypeText.Shape> parts = EnumSet.noneOf(TypeText.Shape.class);
  private boolean holds;
  private boolean asks;
  private @Nullable TypeOracle last;
  private final Map<String, HiddenUpdate> updates = new LinkedHashMap<>();

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

  /** Objects that are made of lambdas. */
  HiddenFunctions functions() {
    return functions;
  }

  /** The nested class of the companion that holds the accessors. */
  String name() {
    return name;
  }

  /** What stands before the name of an accessor. */
  String prefix() {
    return name + ".";
  }

  /** What has been collected so far. */
  public Accessors accessors() {
    return new Accessors(
        name,
        List.copyOf(members.values()),
        List.copyOf(updates.values()),
        List.copyOf(constants.values()),
        last == null ? List.of() : types.asked(last),
        List.copyOf(parts),
        functions.all(),
        holds,
        asks);
  }

  /** The accessor that reads a field. */
  String get(Seen field, TypeOracle oracle) {
    return field(field, Kind.GET, oracle);
  }

  /** The accessor that assigns a field and returns what it assigned. */
  String set(Seen field, TypeOracle oracle) {
    return field(field, Kind.SET, oracle);
  }

  /** The accessor that assigns a field and returns what it was before. */
  String swap(Seen field, TypeOracle oracle) {
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
  String update(Seen field, String operator, Optional<TypeText> operand, TypeOracle oracle) {
    String getter = plain(get(field, oracle));
    String setter = plain(set(field, oracle));
    Map<String, Fragment> locals = new LinkedHashMap<>();
    TypeText object = oracle.outside(locals, () -> oracle.text(field.site()));
    TypeText type = oracle.outside(locals, () -> oracle.text(field.type()));
    TypeText computed = oracle.outside(locals, () -> oracle.unboxed(field.type()));
    List<Fragment> others = new ArrayList<>(typeParameters(field.generics(), oracle));
    locals.keySet().forEach(each -> others.add(Fragment.text(each)));
    List<TypeText> mentioned = field.isGiven() ? List.of(object, type) : List.of(object);
    List<Fragment> parameters = types.with(others, mentioned, oracle);
    HiddenUpdate update =
        updates.computeIfAbsent(
            key(Kind.SET, field.member(), operator + operand + getter),
            key ->
                new HiddenUpdate(
                    "Update" + (updates.size() + 1),
                    getter,
                    setter,
                    parameters,
                    object,
                    type,
                    computed,
                    operator,
                    Operators.joins(field.type(), operator, oracle),
                    operand));
    String arguments = field.isGiven() ? HiddenTypes.names(parameters, locals) : "<>";
    return "new " + prefix() + update.name() + (parameters.isEmpty() ? "" : arguments) + "(";
  }

  /** The accessor without type arguments, as its own class calls it. */
  private static String plain(String accessor) {
    return accessor.substring(accessor.lastIndexOf('>') + 1);
  }

  private String field(Seen seen, Kind kind, TypeOracle oracle) {
    VariableElement field = (VariableElement) seen.member();
    TypeText erased = oracle.erased(field.asType());
    boolean set = kind != Kind.GET;
    return add(
        seen,
        kind,
        "",
        prefix(kind) + field.getSimpleName(),
        accessor ->
            new HiddenMember(
                accessor,
                kind,
                erasedName(TypeOracle.enclosingType(field), oracle),
                field.getSimpleName().toString(),
                Sightings.isStatic(field),
                typeParameters(seen.generics(), oracle),
                receiver(seen, oracle),
                erasedName(seen.access(), oracle),
                set ? List.of(oracle.text(seen.type())) : List.of(),
                set ? List.of(erased) : List.of(),
                oracle.text(seen.type()),
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
      case SUPER -> "super_";
      default -> "";
    };
  }

  /** The type of the instance; of a class that may have no name where there is none. */
  private static TypeText receiver(Seen seen, TypeOracle oracle) {
    boolean none =
        Sightings.isStatic(seen.member()) || seen.member().getKind() == ElementKind.CONSTRUCTOR;
    return none ? oracle.ownerName(seen.access()) : oracle.text(seen.site());
  }

  /** The accessor that a record pattern asks for a component. */
  String component(Seen method, TypeOracle oracle) {
    return call(method, Kind.COMPONENT, oracle);
  }

  /** The record that binds a component whatever it is, by what kind of value that is. */
  String part(TypeText.Shape shape) {
    parts.add(shape);
    return prefix() + HiddenPart.name(shape);
  }

  /** The class of what patterns bind where that is not the object itself, and what finds one. */
  String held() {
    holds = true;
    return prefix();
  }

  /** What asks for a component of a record that no accessor can name. */
  String asked() {
    asks = true;
    return prefix() + "Asked.";
  }

  /** The accessor that calls a method or constructor. */
  String call(Seen method, TypeOracle oracle) {
    boolean create = method.member().getKind() == ElementKind.CONSTRUCTOR;
    return call(method, create ? Kind.CREATE : Kind.CALL, oracle);
  }

  /**
   * The accessor that calls what a method of the class in which {@code super} is written overrides.
   */
  String superCall(Seen method, TypeOracle oracle) {
    return call(method, Kind.SUPER, oracle);
  }

  private String call(Seen seen, Kind kind, TypeOracle oracle) {
    boolean create = kind == Kind.CREATE;
    ExecutableElement method = (ExecutableElement) seen.member();
    TypeElement owner = TypeOracle.enclosingType(method);
    List<TypeMirror> parameters = new ArrayList<>(seen.parameters());
    List<TypeMirror> declaredParameters = new ArrayList<>();
    method.getParameters().forEach(one -> declaredParameters.add(one.asType()));
    TypeElement outer = create ? outerOf(owner) : null;
    if (outer != null) {
      parameters.add(0, ((DeclaredType) seen.site()).getEnclosingType());
      declaredParameters.add(0, outer.asType());
    }
    TypeMirror declared = create ? owner.asType() : method.getReturnType();
    return add(
        seen,
        kind,
        method.toString(),
        prefix(kind) + (create ? owner : method).getSimpleName(),
        accessor ->
            new HiddenMember(
                accessor,
                kind,
                erasedName(owner, oracle),
                method.getSimpleName().toString(),
                Sightings.isStatic(method),
                typeParameters(seen.generics(), oracle),
                receiver(seen, oracle),
                erasedName(seen.access(), oracle),
                parameters.stream().map(oracle::text).toList(),
                declaredParameters.stream().map(oracle::erased).toList(),
                oracle.text(seen.type()),
                oracle.erased(declared),
                method.isVarArgs(),
                seen.thrown().stream().map(oracle::text).toList(),
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
                typeParameters(Sightings.allParameters(inner), oracle),
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

  private String add(
      Seen seen,
      Kind kind,
      String signature,
      String suggestion,
      Function<String, HiddenMember> maker,
      TypeOracle oracle) {
    String from = kind == Kind.SUPER ? seen.access().getQualifiedName() + " " : "";
    String key = from + key(kind, seen.member(), signature);
    if (!seen.isGiven()) {
      return add(key, suggestion, maker, oracle);
    }
    Map<String, Fragment> locals = new LinkedHashMap<>();
    Function<String, HiddenMember> outside =
        accessor -> oracle.outside(locals, () -> maker.apply(accessor));
    key += outside.apply("");
    HiddenMember member =
        member(key, suggestion, accessor -> outside.apply(accessor).with(locals.keySet()), oracle);
    return types.given(member, locals, oracle) + member.accessor();
  }

  /**
   * @return what is called: private classes are type arguments, where they are all there are
   */
  private String add(
      String key, String suggestion, Function<String, HiddenMember> maker, TypeOracle oracle) {
    HiddenMember member = member(key, suggestion, maker, oracle);
    return types.arguments(member, oracle) + member.accessor();
  }

  private HiddenMember member(
      String key, String suggestion, Function<String, HiddenMember> maker, TypeOracle oracle) {
    last = oracle;
    HiddenMember member = members.get(key);
    if (member == null) {
      String base = OURS.matcher(suggestion).matches() ? "own_" + suggestion : suggestion;
      String accessor = base;
      for (int i = 2; isTaken(accessor); i++) {
        accessor = base + (base.equals("a") ? "_" : "") + i;
      }
      member = types.speak(maker.apply(accessor), oracle);
      members.put(key, member);
    }
    return member;
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
    return members.values().stream().anyMatch(member -> member.accessor().equals(accessor));
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

  static List<Fragment> typeParameters(
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
