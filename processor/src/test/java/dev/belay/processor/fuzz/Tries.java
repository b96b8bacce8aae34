package dev.belay.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Grows try statements in all combinations of their parts. */
final class Tries {
  /** In an order in which none hides a later one. */
  private static final List<String> CAUGHT =
      List.of(
          "Failure",
          "IOException",
          "IllegalStateException | ArithmeticException",
          "NullPointerException",
          "RuntimeException",
          "Exception",
          "Throwable");

  private final Chance chance;
  private final Expressions expressions;
  private final Statements statements;

  Tries(Chance chance, Expressions expressions, Statements statements) {
    this.chance = chance;
    this.expressions = expressions;
    this.statements = statements;
  }

  Grown tried(Place place) {
    List<Tree> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder("try ");
    Place inside = place.block();
    boolean resources = chance.percent(20);
    if (resources) {
      parts.add(expressions.of(Sort.STRING, place));
      String name = inside.freshName(chance);
      inside.variables().add(new Variable(name, Sort.STATEMENT, false));
      text.append("(Closing ").append(name).append(" = closing(#)");
      if (chance.percent(30)) {
        String second = inside.freshName(chance);
        inside.variables().add(new Variable(second, Sort.STATEMENT, false));
        parts.add(expressions.of(Sort.STRING, inside));
        text.append("; Closing ").append(second).append(" = closing(#)");
      }
      text.append(") ");
    }
    List<String> caught = new ArrayList<>();
    for (String type : CAUGHT) {
      if (chance.percent(22)) {
        caught.add(type);
      }
    }
    boolean finallyBlock = chance.percent(55) || (caught.isEmpty() && !resources);
    boolean[] broken = snapshot(place);
    Grown block = statements.block(inside);
    text.append("{\n");
    if (caught.contains("IOException") && !place.capturing()) {
      text.append("risky(#);\n");
      parts.add(expressions.of(Sort.INT, place));
    } else {
      caught.remove("IOException");
      finallyBlock |= caught.isEmpty() && !resources;
    }
    text.append("#\n}");
    parts.add(block.tree());
    boolean completes = block.completes();
    for (String type : caught) {
      Place handler = place.block();
      String name = handler.freshName(chance);
      handler.variables().add(new Variable(name, Sort.STATEMENT, false));
      // Its text may have a message that tells how code was compiled, so that only its kind is
      // read.
      handler.variables().add(new Variable("kind(" + name + ")", Sort.OBJECT, false));
      Grown handled = statements.block(handler);
      text.append(" catch (").append(type).append(' ').append(name).append(") {\n");
      text.append(chance.of("log(\"caught\", " + name + ");\n", ""));
      text.append("#\n}");
      parts.add(handled.tree());
      completes |= handled.completes();
    }
    if (finallyBlock) {
      boolean[] before = snapshot(place);
      clear(place);
      Grown last = statements.block(place.finallyBlock());
      restore(place, last.completes() ? before : broken);
      text.append(" finally {\n#\n}");
      parts.add(last.tree());
      completes &= last.completes();
    }
    return new Grown(new Tree(Sort.STATEMENT, text.toString(), List.copyOf(parts)), completes);
  }

  /** Which targets have been left; a jump that a finally block replaces does not count. */
  private static boolean[] snapshot(Place place) {
    boolean[] flags = new boolean[2 * place.targets().size()];
    for (int i = 0; i < place.targets().size(); i++) {
      flags[2 * i] = place.targets().get(i).broken;
      flags[2 * i + 1] = place.targets().get(i).continued;
    }
    return flags;
  }

  private static void clear(Place place) {
    for (Target target : place.targets()) {
      target.broken = false;
      target.continued = false;
    }
  }

  private static void restore(Place place, boolean[] flags) {
    for (int i = 0; i < place.targets().size(); i++) {
      place.targets().get(i).broken |= flags[2 * i];
      place.targets().get(i).continued |= flags[2 * i + 1];
    }
  }
}
