package dev.belay.processor.source;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.belay.processor.lower.ir.Expr.Pure;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.LocalClass;
import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The classes of one body that become members of its machine ({@link LocalClass}). */
final class LocalClasses {
  private static final Pattern WORD =
      Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");

  private final BodyContext context;
  private final List<LocalClass> all = new ArrayList<>();
  private final List<LocalClass> witnesses = new ArrayList<>();
  private final Map<TypeElement, Variable> holders = new HashMap<>();
  private final Deque<TypeElement> reading = new ArrayDeque<>();
  private final Set<String> names = new HashSet<>();
  private final ParameterizedClasses parameterized;

  /** The type variables of the template. */
  private final Set<String> variables = new HashSet<>();

  /** Classes that only an inner class of the machine can name, since they use these. */
  private final Set<String> dependent = new HashSet<>();

  LocalClasses(BodyContext context) {
    this.context = context;
    this.parameterized = new ParameterizedClasses(context);
  }

  List<LocalClass> all() {
    return all;
  }

  /** Those that are only needed where what is printed mentions them. */
  List<LocalClass> witnesses() {
    return witnesses;
  }

  /** The names of the type variables that are in scope in the template. */
  void typeVariables(List<String> inScope) {
    if (!inScope.isEmpty()) {
      parameterized.expect();
    }
    variables.addAll(inScope);
    names.addAll(inScope);
  }

  /**
   * The object that holds what a class captures; null where there is none, or no need to name it.
   */
  @Nullable Variable holder(TypeElement type) {
    return reading.contains(type) ? null : holders.get(type);
  }

  /** What Java does not let a class do in a machine with type parameters. */
  ParameterizedClasses parameterized() {
    return parameterized;
  }

  /** Whether the text of a class is read as that of a member of the machine. */
  boolean isMoving(TypeElement type) {
    return reading.contains(type);
  }

  /** Reads the text of a class as that of a member of the machine. */
  Fragment moving(TypeElement type, Supplier<Fragment> text) {
    reading.push(type);
    Fragment read = text.get();
    reading.pop();
    return read;
  }

  /**
   * A declaration.
   *
   * @return the statement that takes its place
   */
  Optional<Stmt> declare(TreePath path) {
    Tree tree = path.getLeaf();
    if (!(context.element(path) instanceof TypeElement type)) {
      throw new IllegalArgumentException("not an attributed class: " + tree);
    }
    Fragment text = moving(type, () -> FragmentReader.read(context, path));
    String name = type.getSimpleName().toString();
    boolean isStatic = !type.getKind().isClass() || type.getKind().name().matches("ENUM|RECORD");
    List<Variable> captures = captures(text);
    boolean isInner = isInner(text, captures, isStatic);
    if (isInner && isStatic && !context.isPrivateRefused()) {
      context.unsupported(
          tree,
          "a local "
              + type.getKind().name().toLowerCase(java.util.Locale.ROOT)
              + " that names a private class, or one with the type variables of the template",
          "it is static, and outside of the body nothing static can name that class",
          "make it a nested class");
    }
    if (isInner) {
      parameterized.failure(tree, type);
    } else {
      parameterized.freed(type);
    }
    boolean isClash = !names.add(name);
    boolean holds = !captures.isEmpty() || (isClash && isInner);
    if (!holds && !isClash) {
      all.add(new LocalClass(name, Optional.empty(), isInner, isStatic, captures, text));
      if (isInner) {
        dependent.add(name);
      }
      return Optional.empty();
    }
    String around = fresh("Around" + name);
    context.oracle().move(type, around + "." + name);
    all.add(new LocalClass(name, Optional.of(around), isInner, isStatic, captures, text));
    if (isInner) {
      dependent.add(around);
    }
    if (!holds) {
      return Optional.empty();
    }
    Variable holder =
        context.fresh().temporary("around" + name, TypeText.reference(Fragment.text(around)));
    holders.put(type, holder);
    return Optional.of(
        Stmt.Declare.temporary(holder, Pure.of(creation(around, captures), holder.type())));
  }

  /**
   * Keeps a class that got a name of ours.
   *
   * @param suggestion what to call it
   * @param declaration its text, for a name
   * @return how an object of it is created, up to the arguments: {@code new Point(}
   */
  Fragment keep(TypeElement type, String suggestion, Function<String, Fragment> declaration) {
    String name = fresh(suggestion);
    Fragment text = declaration.apply(name);
    List<Variable> captures = captures(text);
    boolean isInner = isInner(text, captures, false);
    Optional<String> around =
        captures.isEmpty() ? Optional.empty() : Optional.of(fresh("Around" + name));
    all.add(new LocalClass(name, around, isInner, false, captures, text));
    if (isInner) {
      dependent.add(around.orElse(name));
    } else {
      parameterized.freed(type);
    }
    context.oracle().move(type, around.map(each -> each + "." + name).orElse(name));
    return around.isEmpty()
        ? Fragment.text("new " + name + "(")
        : Fragment.of(creation(around.get(), captures), ".new " + name + "(");
  }

  /**
   * Adds a class that only says a type ({@link SeveralBounds}).
   *
   * @param suggestion what to call it
   * @param declaration its text, for a name
   */
  LocalClass witness(String suggestion, Function<String, Fragment> declaration) {
    String name = fresh(suggestion);
    Fragment text = declaration.apply(name);
    boolean isInner = isInner(text, List.of(), false);
    LocalClass witness = new LocalClass(name, Optional.empty(), isInner, false, List.of(), text);
    witnesses.add(witness);
    if (isInner) {
      dependent.add(name);
    }
    return witness;
  }

  /** {@code new AroundAdder(base)}. */
  private static Fragment creation(String around, List<Variable> captures) {
    List<Object> parts = new ArrayList<>();
    parts.add("new " + around + "(");
    String separator = "";
    for (Variable captured : captures) {
      parts.add(separator);
      parts.add(captured);
      separator = ", ";
    }
    parts.add(")");
    return Fragment.of(parts.toArray());
  }

  private static List<Variable> captures(Fragment text) {
    return text.captures().stream().filter(one -> one.constant() == null).toList();
  }

  /** Static classes cannot mean the template's type variables; theirs may have the same names. */
  private boolean isInner(Fragment text, List<Variable> captures, boolean isStatic) {
    Set<String> words = new HashSet<>(dependent);
    words.addAll(context.hidden().types().variables());
    if (!isStatic) {
      words.addAll(variables);
    }
    return mentions(text, words)
        || captures.stream()
            .map(Variable::type)
            .anyMatch(one -> mentions(one.text(), words) || mentions(one.seen().before(), words));
  }

  private static boolean mentions(Fragment text, Set<String> words) {
    return text.pieces().stream()
        .anyMatch(piece -> piece instanceof Piece.Text each && mentions(each.text(), words));
  }

  private static boolean mentions(String text, Set<String> words) {
    return !words.isEmpty()
        && WORD.matcher(text).results().anyMatch(word -> words.contains(word.group()));
  }

  /** A name that nothing else in the machine has. */
  String fresh(String suggestion) {
    String name = suggestion;
    for (int i = 2; context.map().words().contains(name) || !names.add(name); i++) {
      name = suggestion + i;
    }
    return name;
  }
}
