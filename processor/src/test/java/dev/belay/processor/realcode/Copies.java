package dev.belay.processor.realcode;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * A published source file, whose methods have templates beside them, in the classes where they are.
 *
 * @param name of the file: its package and its public class
 * @param text its source
 * @param bodies its templates, by name
 * @param methods how many methods with a body it has
 */
record Copies(String name, String text, Map<String, Body> bodies, int methods) {
  /**
   * A template.
   *
   * @param original what it was, for people: class, method and line
   * @param firstLine where it begins in the source
   * @param lastLine where it ends
   */
  record Body(String original, int firstLine, int lastLine) {}

  private static final Set<Modifier> KEPT =
      EnumSet.of(
          Modifier.PUBLIC, Modifier.PROTECTED, Modifier.PRIVATE, Modifier.STATIC, Modifier.DEFAULT);

  /** One in so many expressions is awaited; more of them where there is none then. */
  private static final int[] DENSITIES = {5, 2, 1};

  /** For bodies that have no expression which could be awaited. */
  private static final String FIRST =
      " dev.belay.Async.await(" + Stages.class.getCanonicalName() + ".<Object>stage(null)); ";

  /**
   * @param number makes the names of templates differ from those in other files
   * @param attempts templates that have been made before, and were not what was wanted, by name:
   *     how often, or -1 to leave them out
   */
  static Copies of(Unit unit, String name, int number, long seed, Map<String, Integer> attempts) {
    StringBuilder text = new StringBuilder();
    Map<String, Body> bodies = new LinkedHashMap<>();
    int line = 1;
    int at = 0;
    int count = 0;
    for (MethodTree method : methods(unit)) {
      String copy = method.getName() + "$" + (number * 1000 + count++);
      int attempt = attempts.getOrDefault(copy, 0);
      if (attempt < 0) {
        continue;
      }
      String template = template(unit, method, copy, seed + count + 31L * attempt);
      String before = unit.text().substring(at, unit.end(method)) + "\n";
      at = unit.end(method);
      text.append(before).append(template).append("\n");
      line += lines(before);
      int end = line + lines(template);
      bodies.put(
          copy, new Body(name + "." + method.getName() + ":" + line(unit, method), line, end));
      line = end + 1;
    }
    text.append(unit.text().substring(at));
    return new Copies(name, text.toString(), bodies, count);
  }

  private static int lines(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  private static long line(Unit unit, MethodTree method) {
    return unit.tree().getLineMap().getLineNumber(unit.start(method.getBody()));
  }

  /** Those of member classes that are not private, in the order of the source. */
  private static List<MethodTree> methods(Unit unit) {
    List<MethodTree> methods = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitClass(ClassTree tree, Void nothing) {
        if (tree.getModifiers().getFlags().contains(Modifier.PRIVATE)) {
          return null; // its templates are refused, wherever they await
        }
        for (Tree member : tree.getMembers()) {
          if (member instanceof MethodTree method && isCandidate(unit, method)) {
            methods.add(method);
          } else if (member instanceof ClassTree inner) {
            scan(inner, null);
          }
        }
        return null;
      }
    }.scan(unit.tree(), null);
    methods.sort((a, b) -> Integer.compare(unit.end(a), unit.end(b)));
    return methods;
  }

  /** What javac has added is nowhere in the text. */
  private static boolean isCandidate(Unit unit, MethodTree method) {
    return method.getBody() != null
        && method.getReturnType() != null
        && unit.start(method.getBody()) > 0
        && unit.text().charAt(unit.start(method.getBody())) == '{'
        && unit.end(method) > unit.start(method.getBody());
  }

  /** The method again, under the name, with awaits. */
  private static String template(Unit unit, MethodTree method, String name, long seed) {
    Map<Integer, String> insertions = new TreeMap<>();
    for (int density : DENSITIES) {
      insertions.clear();
      Awaits awaits = new Awaits(unit, new Random(seed), density, true, insertions);
      awaits.scan(new TreePath(TreePath.getPath(unit.tree(), method), method.getBody()), null);
      if (awaits.count > 0) {
        break;
      }
    }
    if (insertions.isEmpty()) {
      insertions.put(unit.start(method.getBody()) + 1, FIRST);
    }
    return "@dev.belay.AsyncMethod " + head(unit, method, name) + body(unit, method, insertions);
  }

  private static String body(Unit unit, MethodTree method, Map<Integer, String> insertions) {
    StringBuilder text = new StringBuilder();
    int at = unit.start(method.getBody());
    for (Map.Entry<Integer, String> insertion : insertions.entrySet()) {
      text.append(unit.text(), at, insertion.getKey()).append(insertion.getValue());
      at = insertion.getKey();
    }
    return text.append(unit.text(), at, unit.end(method.getBody())).toString();
  }

  /** Without annotations, and without modifiers that forbid a template. */
  private static String head(Unit unit, MethodTree method, String name) {
    String modifiers =
        method.getModifiers().getFlags().stream()
            .filter(KEPT::contains)
            .map(modifier -> modifier + " ")
            .collect(Collectors.joining());
    boolean generic = !method.getTypeParameters().isEmpty();
    int from = unit.start(generic ? method.getTypeParameters().get(0) : method.getReturnType());
    String head = unit.text().substring(from, unit.start(method.getBody()));
    return modifiers
        + (generic ? "<" : "")
        + head.replaceFirst(
            "\\b" + Pattern.quote(method.getName().toString()) + "\\s*\\(",
            Matcher.quoteReplacement(name + "("));
  }
}
