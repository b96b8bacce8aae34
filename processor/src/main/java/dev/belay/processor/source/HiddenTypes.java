package dev.belay.processor.source;

import static java.util.stream.Collectors.joining;

import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.HiddenMember;
import dev.belay.processor.lower.ir.HiddenType;
import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.model.PrivateTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The type variables that stand for private classes in one companion.
 *
 * <pre>{@code
 * private record Row(String key) implements Comparable<Row> { ... }
 *
 * List<Row> rows                      // in the body
 * List<Row_> rows                     // in its machine<Row_ extends Record & Comparable<Row_>>
 * }</pre>
 *
 * <p>A variable with the supertypes of the class as its bounds converts to what the class converts
 * to, and to nothing else. So inference and the choice among overloads find what they found (JLS
 * 4.10.2, 15.12.2).
 */
final class HiddenTypes {
  private static final Pattern WORD = Pattern.compile("\\w+");

  private final Map<TypeElement, String> variables = new LinkedHashMap<>();
  private final Map<TypeElement, Set<HiddenType.Use>> uses = new LinkedHashMap<>();
  private String source = "";

  /**
   * @param source the file of the bodies, none of whose words becomes the name of a variable
   */
  void apartFrom(String source) {
    this.source = source;
  }

  /** All type variables. */
  Collection<String> variables() {
    return variables.values();
  }

  /** The type variable of a class. */
  String variable(TypeElement type) {
    return variables.computeIfAbsent(type, this::fresh);
  }

  private String fresh(TypeElement type) {
    return apart(type.getSimpleName() + "_");
  }

  /** A name that means nothing else. */
  String apart(String name) {
    String unique = name;
    for (int i = 2; isTaken(unique); i++) {
      unique = name + i;
    }
    return unique;
  }

  private boolean isTaken(String name) {
    return variables.containsValue(name)
        || Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(source).find();
  }

  /** The classes whose variables occur in the spelling of types. */
  Set<TypeElement> in(Iterable<Fragment> texts) {
    Set<TypeElement> found = new LinkedHashSet<>();
    for (Fragment text : texts) {
      for (Piece piece : text.pieces()) {
        if (piece instanceof Piece.Text words) {
          WORD.matcher(words.text())
              .results()
              .forEach(
                  word ->
                      variables.forEach(
                          (type, variable) -> {
                            if (variable.equals(word.group())) {
                              found.add(type);
                            }
                          }));
        }
      }
    }
    return found;
  }

  /** The type parameters of an accessor, with those for the private classes in its types first. */
  List<Fragment> with(List<Fragment> others, List<TypeText> types, TypeOracle oracle) {
    List<Fragment> all = new ArrayList<>(parameters(in(texts(types)), oracle));
    all.addAll(others);
    return all;
  }

  private static List<Fragment> texts(List<TypeText> types) {
    return types.stream().map(TypeText::text).toList();
  }

  /** A member as it is reached where private classes have no name. */
  HiddenMember speak(HiddenMember member, TypeOracle oracle) {
    List<TypeText> erased = new ArrayList<>(member.erasedParameters());
    erased.add(member.erasedResult());
    if (!member.isStatic() && member.kind() != HiddenMember.Kind.CREATE) {
      erased.add(member.erasedReceiver());
    }
    boolean exact = in(texts(erased)).isEmpty();
    erased.add(member.erasedReceiver());
    erased.add(member.owner());
    Map<String, String> unnamed = new LinkedHashMap<>();
    for (TypeElement type : in(texts(erased))) {
      unnamed.put(variable(type), binaryName(type, oracle.elements()));
    }
    return new HiddenMember(
        member.accessor(),
        member.kind(),
        member.owner(),
        member.name(),
        member.isStatic(),
        with(member.typeParameters(), signature(member), oracle),
        member.receiver(),
        member.erasedReceiver(),
        member.parameters(),
        member.erasedParameters(),
        member.result(),
        member.erasedResult(),
        member.varargs(),
        member.thrown(),
        unnamed,
        exact);
  }

  /** The type arguments of a call where all parameters of the accessor have one. */
  String given(HiddenMember member, Map<String, Fragment> locals, TypeOracle oracle) {
    oracle.used().addAll(closure(in(texts(signature(member)))));
    return names(member.typeParameters(), locals);
  }

  /** All types in the declaration of an accessor. */
  private static List<TypeText> signature(HiddenMember member) {
    List<TypeText> types = new ArrayList<>(member.parameters());
    types.add(member.result());
    types.addAll(member.thrown());
    if (!member.isStatic() && member.kind() != HiddenMember.Kind.CREATE) {
      types.add(member.receiver());
    }
    member.typeParameters().forEach(each -> types.add(TypeText.reference(each)));
    return types;
  }

  /**
   * The type arguments of a call. Where an accessor has other type parameters, inference finds them
   * all, and has to see each class in a parameter.
   */
  String arguments(HiddenMember member, TypeOracle oracle) {
    Set<TypeElement> mentioned = closure(in(texts(signature(member))));
    oracle.used().addAll(mentioned);
    if (mentioned.isEmpty()) {
      return "";
    }
    if (mentioned.size() == member.typeParameters().size()) {
      return names(member.typeParameters(), Map.of());
    }
    List<TypeText> seen = new ArrayList<>(member.parameters());
    if (!member.isStatic() && member.kind() != HiddenMember.Kind.CREATE) {
      seen.add(member.receiver());
    }
    List<TypeText> given = new ArrayList<>(member.thrown());
    given.add(member.result());
    Set<TypeElement> unseen = in(texts(given));
    unseen.removeAll(in(texts(seen)));
    oracle.unspeakable().addAll(unseen);
    return "";
  }

  /**
   * Type parameters as the arguments of a call where they are in scope, too.
   *
   * @param locals the classes of the body for which some of them stand
   */
  static String names(List<Fragment> typeParameters, Map<String, Fragment> locals) {
    List<String> names = new ArrayList<>();
    for (Fragment each : typeParameters) {
      if (each.pieces().get(0) instanceof Piece.Text name) {
        Fragment local = locals.get(name.text());
        names.add(local == null ? name.text() : spelled(local));
      }
    }
    return names.isEmpty() ? "" : "<" + String.join(", ", names) + ">";
  }

  private static String spelled(Fragment type) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : type.pieces()) {
      if (piece instanceof Piece.Text words) {
        text.append(words.text());
      } else if (piece instanceof Piece.TypeName name) {
        text.append(name.packageName()).append(name.packageName().isEmpty() ? "" : ".");
        text.append(String.join(".", name.simpleNames()));
      }
    }
    return text.toString();
  }

  /** The variables of classes, and of those in their bounds, as type arguments. */
  String arguments(Iterable<TypeElement> types, TypeOracle oracle) {
    Set<TypeElement> all = closure(types);
    oracle.used().addAll(all);
    return all.stream().map(this::variable).collect(joining(", ", "<", ">"));
  }

  /** Remembers what is asked of a class. */
  void ask(TypeElement type, HiddenType.Use use) {
    uses.computeIfAbsent(type, any -> EnumSet.noneOf(HiddenType.Use.class)).add(use);
  }

  /** The classes of which something is asked. */
  List<HiddenType> asked(TypeOracle oracle) {
    List<HiddenType> all = new ArrayList<>();
    uses.forEach(
        (type, asked) ->
            all.add(
                new HiddenType(
                    accessorName(type),
                    binaryName(type, oracle.elements()),
                    variable(type),
                    parameters(List.of(type), oracle),
                    asked)));
    return all;
  }

  /** What accessors call a class: its variable without the line, which keeps namesakes apart. */
  String accessorName(TypeElement type) {
    return variable(type).replaceFirst("_(?=\\d*$)", "");
  }

  private static String binaryName(TypeElement type, Elements elements) {
    return elements.getBinaryName(type).toString();
  }

  /**
   * The declarations of the variables of classes, and of those that their bounds mention. An
   * accessor, which serves several bodies, leaves out what is not the same in all of them.
   */
  List<Fragment> parameters(Iterable<TypeElement> types, TypeOracle oracle) {
    return declared(closure(types), HiddenTypes::bounds, oracle);
  }

  /** The same for the machine of a body. */
  List<Fragment> ofMachine(TypeOracle body) {
    Function<TypeElement, List<TypeMirror>> bounds = type -> bounds(type, body);
    return declared(closure(List.copyOf(body.used()), bounds), bounds, body);
  }

  private List<Fragment> declared(
      Set<TypeElement> types, Function<TypeElement, List<TypeMirror>> bounds, TypeOracle oracle) {
    List<Fragment> written = new ArrayList<>();
    for (TypeElement type : types) {
      List<Object> parts = new ArrayList<>();
      parts.add(variable(type));
      String separator = " extends ";
      for (TypeMirror bound : bounds.apply(type)) {
        parts.add(separator);
        parts.add(oracle.text(bound).text());
        separator = " & ";
      }
      written.add(Fragment.of(parts.toArray()));
    }
    return written;
  }

  /** The classes, and the private ones in the bounds of their variables. */
  static Set<TypeElement> closure(Iterable<TypeElement> types) {
    return closure(types, HiddenTypes::bounds);
  }

  private static Set<TypeElement> closure(
      Iterable<TypeElement> types, Function<TypeElement, List<TypeMirror>> bounds) {
    Set<TypeElement> all = new LinkedHashSet<>();
    types.forEach(type -> close(type, bounds, all));
    return all;
  }

  private static void close(
      TypeElement type, Function<TypeElement, List<TypeMirror>> bounds, Set<TypeElement> all) {
    if (all.add(type)) {
      for (TypeMirror bound : bounds.apply(type)) {
        PrivateTypes.all(bound).forEach(one -> close(one, bounds, all));
      }
    }
  }

  /**
   * The bounds of the variable that are the same wherever it stands for the class. A variable that
   * is a bound must be the only one (JLS 4.4); what every record is nobody asks of a variable.
   */
  private static List<TypeMirror> bounds(TypeElement type) {
    return only(supertypes(type)).stream().filter(each -> !OpenClasses.isOpen(each)).toList();
  }

  /** All bounds of the variable in a body. */
  private static List<TypeMirror> bounds(TypeElement type, TypeOracle body) {
    return only(supertypes(type)).stream()
        .map(each -> OpenClasses.isOpen(each) ? body.bound(type, each) : each)
        .toList();
  }

  private static List<TypeMirror> only(List<TypeMirror> all) {
    for (TypeMirror bound : all) {
      if (PrivateTypes.isHidden(bound)) {
        return List.of(bound);
      }
    }
    return all;
  }

  /** What a class declares to extend and implement. */
  static List<TypeMirror> supertypes(TypeElement type) {
    List<TypeMirror> all = new ArrayList<>();
    if (type.getSuperclass().getKind() == TypeKind.DECLARED
        && !isNamed(type.getSuperclass(), "java.lang.Object")) {
      all.add(type.getSuperclass());
    }
    all.addAll(type.getInterfaces());
    return all;
  }

  /**
   * Whether a variable can stand for a private class: it has no other bound beside a private one.
   */
  static boolean isSpeakable(TypeElement type, Types types) {
    return type.getKind() != ElementKind.ANNOTATION_TYPE
        && !new BoundClashes(types).isAmong(only(supertypes(type)))
        && supertypes(type).stream()
            .filter(PrivateTypes::isHidden)
            .findFirst()
            .map(
                only ->
                    isSpeakable(element(only), types)
                        && supertypes(type).stream()
                            .allMatch(
                                other ->
                                    isNamed(other, "java.lang.Record")
                                        || types.isSubtype(only, other)))
            .orElse(true);
  }

  private static TypeElement element(TypeMirror type) {
    return (TypeElement) ((DeclaredType) type).asElement();
  }

  private static boolean isNamed(TypeMirror type, String name) {
    return type instanceof DeclaredType && element(type).getQualifiedName().contentEquals(name);
  }
}
