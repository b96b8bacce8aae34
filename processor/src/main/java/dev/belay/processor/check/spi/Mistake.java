package dev.belay.processor.check.spi;

import com.sun.source.tree.Tree;
import java.util.List;

/**
 * What a rule found.
 *
 * @param at the tree that javac's caret shall point at
 * @param what one clause that says what is wrong
 * @param why one clause that says what happens because of it
 * @param instead what to write; one line, often code
 * @param certainty what the claim rests on
 * @param fix edits after which the code compiles and the mistake is gone; empty unless both are
 *     certain
 */
public record Mistake(
    Tree at, String what, String why, String instead, Certainty certainty, List<Edit> fix) {
  public Mistake {
    fix = List.copyOf(fix);
  }

  /** A mistake that the file shows, and that only a person can correct. */
  public static Mistake at(Tree at, String what, String why, String instead) {
    return new Mistake(at, what, why, instead, Certainty.SHOWN, List.of());
  }

  /** The same mistake with a correction. */
  public Mistake fixedBy(Edit... edits) {
    return new Mistake(at, what, why, instead, certainty, List.of(edits));
  }

  /** The same mistake, resting on something else. */
  public Mistake because(Certainty other) {
    return new Mistake(at, what, why, instead, other, fix);
  }
}
