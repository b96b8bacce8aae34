package dev.belay.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A piece of a program.
 *
 * @param sort what it is; where one tree of a sort may stand, another may
 * @param pattern its text, with a {@code #} for each part; without meaning for STATEMENTS
 * @param parts what it is made of
 */
record Tree(Sort sort, String pattern, List<Tree> parts) {
  static Tree of(Sort sort, String pattern, Tree... parts) {
    return new Tree(sort, pattern, List.of(parts));
  }

  static Tree statement(String pattern, Tree... parts) {
    return of(Sort.STATEMENT, pattern, parts);
  }

  static Tree statements(List<Tree> statements) {
    return new Tree(Sort.STATEMENTS, "", List.copyOf(statements));
  }

  String text() {
    if (sort == Sort.STATEMENTS) {
      return parts.stream().map(Tree::text).collect(Collectors.joining("\n"));
    }
    StringBuilder text = new StringBuilder();
    int part = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '#') {
        text.append(parts.get(part++).text());
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  int size() {
    return 1 + parts.stream().mapToInt(Tree::size).sum();
  }

  /** Trees that are this one with something less; not all of them are valid. */
  List<Tree> smaller() {
    List<Tree> smaller = new ArrayList<>();
    if (sort == Sort.STATEMENTS) {
      withoutSome(smaller);
    } else if (!parts.isEmpty()) {
      smaller.add(sort.least());
      below().filter(tree -> tree.sort == sort).forEach(smaller::add);
    }
    for (int i = 0; i < parts.size(); i++) {
      for (Tree part : parts.get(i).smaller()) {
        smaller.add(new Tree(sort, pattern, replaced(i, i + 1, List.of(part))));
      }
    }
    return smaller;
  }

  /** Half of them, a quarter, one; or what stands inside of one in its place. */
  private void withoutSome(List<Tree> smaller) {
    for (int width = parts.size(); width > 0; width /= 2) {
      for (int from = 0; from + width <= parts.size(); from += width) {
        smaller.add(statements(replaced(from, from + width, List.of())));
      }
    }
    for (int i = 0; i < parts.size(); i++) {
      int at = i;
      parts
          .get(i)
          .below()
          .filter(tree -> tree.sort == Sort.STATEMENTS && !tree.parts.isEmpty())
          .forEach(tree -> smaller.add(statements(replaced(at, at + 1, tree.parts))));
    }
  }

  private List<Tree> replaced(int from, int to, List<Tree> by) {
    List<Tree> replaced = new ArrayList<>(parts.subList(0, from));
    replaced.addAll(by);
    replaced.addAll(parts.subList(to, parts.size()));
    return replaced;
  }

  private Stream<Tree> below() {
    return parts.stream().flatMap(part -> Stream.concat(Stream.of(part), part.below()));
  }
}
