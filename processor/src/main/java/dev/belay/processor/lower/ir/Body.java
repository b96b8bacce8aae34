package dev.belay.processor.lower.ir;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A template's body as the reader understood it.
 *
 * @param kind what the template is
 * @param block its statements
 * @param self the instance it runs on; empty for a static template
 * @param parameters its parameters, without the {@code Yield} one
 * @param result the type that an asynchronous method returns; {@code void} for every other body
 * @param hidden the type parameters that stand for private classes
 * @param classes classes that become members of the machine
 * @param witnesses classes of ours that say a type, where it is read
 * @param declared the names of its variables and classes
 * @param words every identifier that occurs in the source of the body: no name of ours
 * @param redeclared names that several variables of the body have
 * @param lines the source of the body
 * @param fresh the source of further identities
 */
public record Body(
    Kind kind,
    Stmt.Block block,
    Optional<Variable> self,
    List<Variable> parameters,
    TypeText result,
    List<Fragment> hidden,
    List<LocalClass> classes,
    List<LocalClass> witnesses,
    Set<String> declared,
    Set<String> words,
    Set<String> redeclared,
    SourceLines lines,
    Fresh fresh) {
  public Body {
    parameters = List.copyOf(parameters);
    hidden = List.copyOf(hidden);
    classes = List.copyOf(classes);
    witnesses = List.copyOf(witnesses);
    declared = Set.copyOf(declared);
    words = Set.copyOf(words);
    redeclared = Set.copyOf(redeclared);
  }

  public Body with(Stmt.Block replaced) {
    return new Body(
        kind,
        replaced,
        self,
        parameters,
        result,
        hidden,
        classes,
        witnesses,
        declared,
        words,
        redeclared,
        lines,
        fresh);
  }

  /** What a template is compiled to. */
  public enum Kind {
    GENERATOR,
    CONVERSATION,
    METHOD,
    RESOURCE;

    /** Whether the run can be closed while it waits (A31). */
    public boolean closes() {
      return this == GENERATOR || this == CONVERSATION;
    }

    /** Whether the consumer can answer a yield with a value or a failure. */
    public boolean answers() {
      return this == CONVERSATION || this == RESOURCE;
    }

    /** What the machine returns where the body ends without a value. */
    public Code end() {
      return Code.line(this == METHOD ? "return null;" : "return END;");
    }
  }
}
