package dev.belay.processor.realcode;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/**
 * A published class under another name, whose static methods have templates beside them.
 *
 * @param className its qualified name
 * @param text its source
 * @param bodies its templates, by name
 */
record Rewritten(String className, String text, Map<String, Body> bodies) {
  /**
   * A template.
   *
   * @param original the name of the method that it was
   * @param firstLine where it begins in the source
   * @param lastLine where it ends
   */
  record Body(String original, int firstLine, int lastLine) {}

  /**
   * @param without templates to be left out, by name
   */
  static Rewritten of(Unit unit, String className, long seed, Set<String> without) {
    String simple = className.substring(className.lastIndexOf('.') + 1);
    String renamed = simple + "Bodies";
    StringBuilder templates = new StringBuilder();
    Map<String, String> originals = new TreeMap<>();
    int number = 0;
    for (Tree member : unit.type().getMembers()) {
      if (member instanceof MethodTree method && isCandidate(method)) {
        String name = method.getName() + "$" + number++;
        String template = template(unit, method, name, new Random(seed + number));
        if (!template.isEmpty() && !without.contains(name)) {
          originals.put(name, method.getName().toString());
          templates.append("//<").append(name).append("\n").append(template).append("\n");
        }
      }
    }
    int end = unit.end(unit.type()) - 1;
    String text = unit.text().substring(0, end) + "\n" + templates + "//<\n}\n";
    text = text.replaceAll("\\b" + simple + "\\b", renamed);
    Map<String, Body> bodies = new TreeMap<>();
    List<String> lines = text.lines().toList();
    String open = "";
    int from = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("//<")) {
        if (!open.isEmpty()) {
          bodies.put(open, new Body(originals.get(open), from, i));
        }
        open = lines.get(i).substring(3);
        from = i + 1;
      }
    }
    return new Rewritten(className.replaceAll("\\w+$", renamed), text, bodies);
  }

  private static boolean isCandidate(MethodTree method) {
    return method.getBody() != null
        && method.getModifiers().getFlags().contains(Modifier.STATIC)
        && !method.getModifiers().getFlags().contains(Modifier.SYNCHRONIZED);
  }

  /** The method again, under the name, with awaits; empty if there is no place for one. */
  private static String template(Unit unit, MethodTree method, String name, Random random) {
    Map<Integer, String> insertions = new TreeMap<>();
    Awaits awaits = new Awaits(unit, random, 5, false, insertions);
    awaits.scan(new TreePath(TreePath.getPath(unit.tree(), method), method.getBody()), null);
    if (awaits.count == 0) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    int at = unit.start(method.getBody());
    for (Map.Entry<Integer, String> insertion : insertions.entrySet()) {
      text.append(unit.text(), at, insertion.getKey()).append(insertion.getValue());
      at = insertion.getKey();
    }
    text.append(unit.text(), at, unit.end(method.getBody()));
    return "@dev.belay.AsyncMethod static " + head(unit, method, name) + text;
  }

  /** From its type parameters to its exceptions; its modifiers and annotations are left out. */
  private static String head(Unit unit, MethodTree method, String name) {
    int from =
        method.getTypeParameters().isEmpty()
            ? unit.start(method.getReturnType())
            : unit.start(method.getTypeParameters().get(0));
    String generics = method.getTypeParameters().isEmpty() ? "" : "<";
    String head = unit.text().substring(from, unit.start(method.getBody()));
    return generics
        + head.replaceFirst("\\b" + method.getName() + "\\s*\\(", name.replace("$", "\\$") + "(");
  }
}
