package dev.belay.processor.lower.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Java source about to be printed: lines and braces. */
public sealed interface Code {

  /** All text in it, in the order in which it is printed. */
  default Stream<Fragment> fragments() {
    // Collected first: streams of streams of streams cost more than all else that asks for them.
    List<Fragment> found = new ArrayList<>();
    collect(this, found);
    return found.stream();
  }

  private static void collect(Code code, List<Fragment> found) {
    if (code instanceof Line line) {
      found.add(line.text());
    } else if (code instanceof Case group) {
      found.add(group.label());
      group.body().forEach(each -> collect(each, found));
    } else if (code instanceof Braces braces) {
      for (Branch branch : braces.branches()) {
        found.add(branch.head());
        branch.body().forEach(each -> collect(each, found));
      }
      found.add(braces.tail());
    }
  }

  /** One statement, with its semicolon, or several lines of the user's text. */
  record Line(Fragment text) implements Code {}

  /** A comment on a line of its own. */
  record Comment(String text) implements Code {}

  /**
   * Statements in braces, with what stands around them.
   *
   * <pre>{@code
   * if (a) { ... } else { ... }      // two branches
   * do { ... } while (a);            // one branch and a tail
   * }</pre>
   *
   * @param tail what follows the last brace; empty for most
   */
  record Braces(List<Branch> branches, Fragment tail) implements Code {
    public Braces {
      branches = List.copyOf(branches);
    }
  }

  /** A head, such as {@code if (a)} or {@code else}, and its statements. */
  record Branch(Fragment head, List<Code> body) {
    public Branch {
      body = List.copyOf(body);
    }
  }

  /** Case labels of a switch and the statements that follow them, without braces. */
  record Case(Fragment label, List<Code> body) implements Code {
    public Case {
      body = List.copyOf(body);
    }
  }

  static Code line(Object... parts) {
    return new Line(Fragment.of(parts));
  }

  /** {@code try { attempted } catch (Throwable thrown) { handler }}. */
  static Code attempt(Code attempted, Variable thrown, Code handler) {
    Fragment clause = Fragment.of("catch (", TypeText.THROWABLE.text(), " ", thrown, ")");
    return new Braces(
        List.of(
            new Branch(Fragment.text("try"), List.of(attempted)),
            new Branch(clause, List.of(handler))),
        Fragment.EMPTY);
  }

  static Code braces(Fragment head, List<Code> body) {
    return new Braces(List.of(new Branch(head, body)), Fragment.EMPTY);
  }
}
