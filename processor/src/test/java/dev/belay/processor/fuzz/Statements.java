package dev.belay.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Grows statements, and knows which can be reached. */
final class Statements {
  private static final Set<Sort> TEXTS = Set.of(Sort.STRING, Sort.OBJECT, Sort.STRINGS);

  private static final Set<Sort> UNASSIGNED = Set.of(Sort.SUPPLIER, Sort.STAGE, Sort.STRINGS);

  private final Chance chance;
  private final Expressions expressions;
  private final Template template;
  private final Loops loops;
  private final Switches switches;
  private final Tries tries;
  private final LocalTypes classes;
  private final Privates privates;
  private final boolean hasPrivates;
  private final boolean hasArguments;
  private final boolean hasBindings;
  private final PrivateArguments arguments;
  private final PrivateBindings bindings;
  private int labels;
  private boolean yielded;

  /**
   * @param seed says whether there are private classes
   */
  Statements(Chance chance, Expressions expressions, Template template, long seed) {
    this.chance = chance;
    this.expressions = expressions;
    this.template = template;
    this.loops = new Loops(chance, expressions, this);
    this.switches = new Switches(chance, expressions, this);
    this.tries = new Tries(chance, expressions, this);
    this.classes = new LocalTypes(chance, expressions);
    this.privates = new Privates(chance, expressions);
    this.hasPrivates = seed >= Fuzzed.PRIVATES;
    this.hasArguments = seed >= Fuzzed.ARGUMENTS;
    this.hasBindings = seed >= Fuzzed.BINDINGS;
    this.bindings = new PrivateBindings(chance, expressions);
    this.arguments = new PrivateArguments(chance, expressions);
  }

  /** A whole body. */
  Tree body(Place place) {
    Grown block = block(place, chance.size().length() + chance.below(chance.size().more()));
    List<Tree> all = new ArrayList<>(block.tree().parts());
    if (block.completes() && template.result() != null) {
      all.add(Tree.statement("return #;", expressions.of(template.result(), place)));
    }
    return Tree.statements(all);
  }

  /** What stands between braces. */
  Grown block(Place place) {
    return block(place, 1 + chance.below(3));
  }

  private Grown block(Place place, int length) {
    List<Tree> all = new ArrayList<>();
    boolean completes = true;
    boolean scoped = false;
    for (int i = 0; i < length && completes; i++) {
      if (place.suspends() && place.returns() && chance.percent(4)) {
        all.add(using(place));
        scoped = true;
      }
      Grown statement = statement(place);
      if (scoped && !statement.completes()) {
        // The block goes on behind a failure that is suppressed, so that it has to complete.
        statement = Grown.completing(Tree.statement("if (fuel()) {\n#\n}", statement.tree()));
      }
      all.add(statement.tree());
      completes = statement.completes();
    }
    return new Grown(Tree.statements(all), completes);
  }

  private Tree using(Place place) {
    String kind = chance.of("plain", "watching", "suppressing");
    Tree name = expressions.of(Sort.STRING, place);
    if (chance.percent(30)) {
      return Tree.statement("using(" + kind + "(#));", name);
    }
    Variable variable = place.declare(Sort.STRING, false, chance);
    return Tree.statement("String " + variable.name() + " = using(" + kind + "(#));", name);
  }

  private Grown statement(Place place) {
    if (!chance.grows() || place.depth() > 6) {
      return Grown.completing(simple(place));
    }
    return chance
        .<Grown>choice()
        .or(10, () -> Grown.completing(simple(place)))
        .or(8, () -> Grown.completing(declaration(place)))
        .or(3, () -> Grown.completing(classes.declared(place)))
        .or(12, hasPrivates, () -> Grown.completing(privates.statement(place)))
        .or(14, hasArguments, () -> Grown.completing(arguments.statement(place)))
        .or(16, hasBindings, () -> Grown.completing(bindings.statement(place)))
        .or(4, yields(place), () -> Grown.completing(yielding(place)))
        .or(5, () -> conditional(place))
        .or(6, () -> loops.loop(place, label()))
        .or(6, () -> tries.tried(place))
        .or(4, () -> switches.statement(place, label()))
        .or(2, () -> labelled(place))
        .or(1, () -> nested(place))
        .or(1, () -> synchronizedBlock(place))
        .or(3, () -> jump(place))
        .or(1, () -> deferred(place))
        .take();
  }

  private String label() {
    return chance.percent(40) ? "label" + ++labels : "";
  }

  /** A statement that is one expression. */
  private Tree simple(Place place) {
    boolean suspends = place.suspends();
    return chance
        .<Tree>choice()
        .or(5, () -> Tree.statement("log(#);", expressions.any(place)))
        .or(2, () -> Tree.statement("log(#, #);", expressions.any(place), expressions.any(place)))
        .or(3, suspends, () -> Tree.statement("await(#);", expressions.of(Sort.STAGE, place)))
        .or(
            2,
            () ->
                Tree.statement(
                    "#[#] = #;",
                    expressions.of(Sort.INTS, place),
                    expressions.of(Sort.INT, place),
                    expressions.of(Sort.INT, place)))
        .or(
            1,
            () ->
                Tree.statement(
                    "#.s = brief(#);",
                    expressions.of(Sort.BOX, place),
                    expressions.of(Sort.STRING, place)))
        .or(1, () -> Tree.statement("#.bump();", expressions.of(Sort.BOX, place)))
        .or(4, !place.capturing(), () -> assignment(place))
        .or(
            1,
            () ->
                Tree.statement(
                    "assert # : #;",
                    expressions.condition(place),
                    expressions.of(Sort.STRING, place)))
        .take();
  }

  private Tree assignment(Place place) {
    List<Variable> variables = place.variables().stream().filter(Variable::assignable).toList();
    if (variables.isEmpty()) {
      return Tree.statement("number = #;", expressions.of(Sort.INT, place));
    }
    Variable variable = chance.of(variables);
    // A text that is doubled in every turn of nested loops would fill the memory.
    String pattern = TEXTS.contains(variable.sort()) ? " = brief(#);" : " = #;";
    return Tree.statement(
        chance.bracketed(variable.name()) + pattern, expressions.of(variable.sort(), place));
  }

  private Tree declaration(Place place) {
    Sort sort = chance.of(Sort.TYPES);
    Tree value = expressions.of(sort, place);
    boolean assignable = !UNASSIGNED.contains(sort) && chance.percent(65);
    String name = place.declare(sort, assignable, chance).name();
    return chance.percent(15)
        ? Tree.statement("var " + name + " = (" + sort.type + ") (#);", value)
        : Tree.statement(sort.type + " " + name + " = #;", value);
  }

  /** A variable that gets its value later, on every path. */
  private Grown deferred(Place place) {
    Sort sort = chance.of(Sort.TYPES);
    Tree condition = expressions.condition(place);
    Tree first = expressions.of(sort, place);
    Tree second = expressions.of(sort, place);
    String name = place.declare(sort, false, chance).name();
    return Grown.completing(
        Tree.statement(
            "%1$s %2$s;\nif (#) {\n%2$s = #;\n} else {\n%2$s = #;\n}".formatted(sort.type, name),
            condition,
            first,
            second));
  }

  /** A resource yields once, and rarely more: a second yield is thrown out of (D29). */
  private boolean yields(Place place) {
    return place.yields()
        && (template.kind().isSequence()
            || chance.percent(5)
            || (!yielded && place.targets().stream().noneMatch(t -> t.kind == Target.Kind.LOOP)));
  }

  private Tree yielding(Place place) {
    yielded = true;
    boolean whole = template.element() == Sort.INT || template.element() == Sort.OBJECT;
    if (whole
        && template.kind() == Template.Kind.GENERATOR
        && !place.releasing()
        && chance.percent(12)) {
      return Tree.statement("out.yieldAll(#);", loops.sequence(place));
    }
    return Tree.statement("out.yield(#);", expressions.of(template.element(), place));
  }

  private Grown conditional(Place place) {
    if (chance.percent(30)) {
      return matched(place);
    }
    Tree condition = expressions.condition(place);
    Grown then = block(place.block());
    if (chance.percent(50)) {
      return Grown.completing(Tree.statement("if (#) {\n#\n}", condition, then.tree()));
    }
    Grown otherwise = block(place.block());
    return new Grown(
        Tree.statement("if (#) {\n#\n} else {\n#\n}", condition, then.tree(), otherwise.tree()),
        then.completes() || otherwise.completes());
  }

  /** A pattern whose variable is in scope inside, or behind a test that leaves. */
  private Grown matched(Place place) {
    Sort sort = chance.of(Sort.STRING, Sort.INTEGER, Sort.BOX);
    String name = expressions.freshBinding();
    Tree subject = expressions.of(Sort.OBJECT, place);
    Variable variable = new Variable(name, sort, false);
    if (chance.percent(40) && place.returns()) {
      Tree leave = leave(place);
      place.variables().add(variable);
      return Grown.completing(
          Tree.statement(
              "if (!(# instanceof " + sort.type + " " + name + ")) {\n#\n}", subject, leave));
    }
    Place inside = place.block();
    inside.variables().add(variable);
    Tree more = expressions.condition(inside);
    return Grown.completing(
        Tree.statement(
            "if (# instanceof " + sort.type + " " + name + " && #) {\n#\n}",
            subject,
            more,
            block(inside).tree()));
  }

  private Grown labelled(Place place) {
    Target target = new Target(Target.Kind.BLOCK, "label" + ++labels);
    Grown inside = block(place.in(target));
    return new Grown(
        Tree.statement(target.label + ": {\n#\n}", inside.tree()),
        inside.completes() || target.broken);
  }

  private Grown nested(Place place) {
    Grown inside = block(place.block());
    return new Grown(Tree.statement("{\n#\n}", inside.tree()), inside.completes());
  }

  private Grown synchronizedBlock(Place place) {
    Tree lock = expressions.of(Sort.BOX, place);
    Grown inside = block(place.unsuspended());
    return new Grown(
        Tree.statement("synchronized (#) {\n#\n}", lock, inside.tree()), inside.completes());
  }

  /** A jump, mostly on a condition. */
  private Grown jump(Place place) {
    if (place.capturing() || chance.percent(70)) {
      Tree condition = expressions.condition(place);
      return Grown.completing(Tree.statement("if (#) {\n#\n}", condition, leave(place)));
    }
    return Grown.leaving(leave(place));
  }

  /** A statement that does not complete. */
  Tree leave(Place place) {
    List<Target> labelled = place.targets().stream().filter(t -> !t.label.isEmpty()).toList();
    List<Target> loops = place.targets().stream().filter(t -> t.kind == Target.Kind.LOOP).toList();
    List<Target> breakable =
        place.targets().stream().filter(t -> t.kind != Target.Kind.BLOCK).toList();
    return chance
        .<Tree>choice()
        .or(2, () -> Tree.statement("throw new Failure(#);", expressions.of(Sort.STRING, place)))
        .or(1, () -> Tree.statement("throw new IllegalStateException();"))
        .or(2, place.returns(), () -> result(place))
        .or(4, !breakable.isEmpty(), () -> broken(breakable.get(breakable.size() - 1), ""))
        .or(4, !loops.isEmpty(), () -> continued(loops.get(loops.size() - 1), ""))
        .or(
            4,
            !labelled.isEmpty(),
            () -> {
              Target target = chance.of(labelled);
              return target.kind == Target.Kind.LOOP && chance.percent(50)
                  ? continued(target, " " + target.label)
                  : broken(target, " " + target.label);
            })
        .take();
  }

  private Tree result(Place place) {
    return template.result() == null
        ? Tree.statement("return;")
        : Tree.statement("return #;", expressions.of(template.result(), place));
  }

  private static Tree broken(Target target, String label) {
    target.broken = true;
    return Tree.statement("break" + label + ";");
  }

  private static Tree continued(Target target, String label) {
    target.continued = true;
    return Tree.statement("continue" + label + ";");
  }
}
