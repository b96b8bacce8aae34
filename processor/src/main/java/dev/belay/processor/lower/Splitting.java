package dev.belay.processor.lower;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.belay.processor.lower.ir.Code;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Fresh;
import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Moves stretches of a large body into methods of their own: HotSpot never compiles a method of
 * more than 8,000 bytes, and the class file format refuses one of 65,536.
 *
 * <pre>{@code
 * if (at <= 7) { ...7... }  if (at <= 8) { ...8... }
 *
 * if (at <= 8) {
 *   int entry = at; at = 0;
 *   int left = part1(entry);           // private int part1(int at) { if (at <= 7) ... return GOING_ON; }
 *   if (left != GOING_ON) return left;
 * }
 * }</pre>
 *
 * {@code at} is 0 before the call: an exception that comes out of it is not being resumed.
 */
final class Splitting {
  /** More than this is split; see {@link CodeSize} for the unit. */
  static final int LIMIT = 4_500;

  private static final int CHUNK = 2_500;
  private static final int WORTHWHILE = 400;

  /** A call costs some 60; an arm of a switch with too many of them is worth less than a cell. */
  private static final int WORTHWHILE_ARM = 120;

  private static final Pattern CLASS =
      Pattern.compile("\\b(?:class|interface|enum|record)\\s+(\\w+)");

  private static final Pattern WORD = Pattern.compile("\\w+");

  private final String at;
  private final Pattern mention;
  private final Pattern guard;
  private final Frame frame;
  private final Fresh fresh;
  private final Map<Variable, Fragment> declarations = new HashMap<>();
  private final Map<Variable, Integer> totals = new HashMap<>();
  private final List<Part> parts = new ArrayList<>();

  /** Classes that the user's text declares. */
  private final Set<String> classes;

  private Splitting(String at, Frame frame, Fresh fresh, List<Code> code) {
    this.at = at;
    String quoted = Pattern.quote(at);
    this.mention = Pattern.compile("\\b" + quoted + "\\b");
    this.guard = Pattern.compile("if \\(" + quoted + " (== 0|<= \\d+)\\)");
    this.frame = frame;
    this.fresh = fresh;
    this.classes = declared(code);
    CodeVariables all = CodeVariables.of(code);
    for (Variable variable : all.mentioned()) {
      totals.put(variable, all.count(variable));
      Fragment first = all.first(variable);
      if (first != null) {
        declarations.put(variable, first);
      }
    }
  }

  /**
   * What became of a body.
   *
   * @param code what is left in {@code resume()}
   */
  record Result(List<Code> code, List<Part> parts) {}

  static Result split(String at, Frame frame, Fresh fresh, List<Code> code) {
    Splitting splitting = new Splitting(at, frame, fresh, code);
    return new Result(splitting.list(code), splitting.parts);
  }

  private List<Code> list(List<Code> codes) {
    if (CodeSize.of(codes) <= LIMIT) {
      return codes;
    }
    List<Code> smaller = codes.stream().map(this::inside).toList();
    int before = Integer.MAX_VALUE;
    // Again, as long as it helps: the calls of very many parts are too much themselves.
    for (int size = CodeSize.of(smaller); size > LIMIT && size < before; ) {
      before = size;
      smaller = chunks(smaller, WORTHWHILE);
      size = CodeSize.of(smaller);
    }
    return smaller;
  }

  private Code inside(Code code) {
    if (CodeSize.of(code) <= CHUNK) {
      return code;
    }
    if (code instanceof Code.Case group) {
      return new Code.Case(group.label(), list(group.body()));
    }
    if (code instanceof Code.Braces braces) {
      Code.Braces smaller = mapped(braces, this::list);
      if (CodeSize.of(smaller) <= LIMIT) {
        return smaller;
      }
      return CodeJumps.isSwitch(braces)
          ? mapped(smaller, arms -> arms.stream().map(this::arm).toList())
          : mapped(smaller, branch -> chunks(branch, WORTHWHILE));
    }
    return code;
  }

  private static Code.Braces mapped(Code.Braces braces, UnaryOperator<List<Code>> by) {
    return new Code.Braces(
        braces.branches().stream()
            .map(branch -> new Code.Branch(branch.head(), by.apply(branch.body())))
            .toList(),
        braces.tail());
  }

  /** Each arm of a switch is small, but there are very many. */
  private Code arm(Code code) {
    if (code instanceof Code.Case group) {
      return new Code.Case(group.label(), chunks(group.body(), WORTHWHILE_ARM));
    }
    return code instanceof Code.Braces braces
        ? mapped(braces, body -> chunks(body, WORTHWHILE_ARM))
        : code;
  }

  private List<Code> chunks(List<Code> codes, int worthwhile) {
    int[] sizes = codes.stream().mapToInt(CodeSize::of).toArray();
    int asked = afterLastAsked(codes);
    List<Code> out = new ArrayList<>();
    for (int from = 0; from < codes.size(); ) {
      int to = from + 1;
      int size = sizes[from];
      while (to < codes.size() && size + sizes[to] <= CHUNK) {
        size += sizes[to++];
      }
      Optional<List<Code>> call = Optional.empty();
      while (to > from && size >= worthwhile && call.isEmpty()) {
        if (to >= asked || guard(codes.get(to - 1)).isPresent()) {
          call = extracted(codes.subList(from, to));
        }
        size -= sizes[--to];
      }
      if (call.isPresent()) {
        out.addAll(call.get());
        from = to + 1;
      } else {
        out.add(codes.get(from++));
      }
    }
    return out;
  }

  /**
   * From where on a stretch may end anywhere. Behind its call {@code at} is 0, so that control
   * which passes the stretch by must pass the call by too, unless nothing behind it can be entered.
   *
   * <pre>{@code
   * if (at <= 4) { ... }  failure = null;   // not both without what follows
   * try { ...5... }
   * }</pre>
   */
  private int afterLastAsked(List<Code> codes) {
    int index = codes.size();
    while (index > 0 && codes.get(index - 1).fragments().noneMatch(this::asksWhere)) {
      index--;
    }
    return index;
  }

  private boolean asksWhere(Fragment fragment) {
    return fragment.pieces().stream()
        .anyMatch(piece -> piece instanceof Piece.Text text && mention.matcher(text.text()).find());
  }

  private Optional<List<Code>> extracted(List<Code> chunk) {
    CodeReach reach = CodeReach.of(chunk);
    if (reach == CodeReach.UNKNOWN
        || chunk.stream().anyMatch(Splitting::isFixed)
        || CodeJumps.escape(chunk)) {
      return Optional.empty();
    }
    CodeVariables inside = CodeVariables.of(chunk);
    Set<Fragment> fragments = fragments(chunk);
    List<Variable> parameters = new ArrayList<>();
    for (Variable variable : inside.mentioned()) {
      if (frame.isField(variable) || inside.count(variable) == totals.getOrDefault(variable, 0)) {
        continue;
      }
      if (inside.writes(variable)
          || variable.constant() != null
          || fragments.contains(declarations.get(variable))) {
        return Optional.empty();
      }
      parameters.add(variable);
    }
    if (usesOtherClass(chunk, parameters)) {
      return Optional.empty();
    }
    Part part =
        new Part("part" + (parts.size() + 1), parameters, chunk, reach == CodeReach.COMPLETES);
    parts.add(part);
    inside.mentioned().forEach(each -> totals.merge(each, -inside.count(each), Integer::sum));
    return Optional.of(call(part, chunk.get(chunk.size() - 1)));
  }

  /** A case cannot leave its switch; a class is known only in the method that declares it. */
  private static boolean isFixed(Code code) {
    if (code instanceof Code.Case) {
      return true;
    }
    if (code instanceof Code.Braces braces) {
      String head = CodeJumps.text(braces.branches().get(0).head());
      return head.startsWith("case ") || head.startsWith("default");
    }
    return code instanceof Code.Line line && CLASS.matcher(CodeJumps.text(line.text())).find();
  }

  private boolean usesOtherClass(List<Code> chunk, List<Variable> parameters) {
    Set<String> others = new HashSet<>(classes);
    if (!others.isEmpty()) {
      others.removeAll(declared(chunk));
    }
    return !others.isEmpty()
        && Stream.concat(texts(chunk), parameters.stream().map(one -> text(one.type().text())))
            .flatMap(text -> WORD.matcher(text).results())
            .anyMatch(word -> others.contains(word.group()));
  }

  private static Set<String> declared(List<Code> codes) {
    return texts(codes)
        .flatMap(text -> CLASS.matcher(text).results())
        .map(match -> match.group(1))
        .collect(toSet());
  }

  private static Stream<String> texts(List<Code> codes) {
    return codes.stream().flatMap(Code::fragments).map(Splitting::text);
  }

  private static String text(Fragment fragment) {
    return fragment.pieces().stream()
        .map(piece -> piece instanceof Piece.Text text ? text.text() : " ")
        .collect(joining());
  }

  private List<Code> call(Part part, Code last) {
    Variable entry = fresh.temporary("entry", TypeText.INT);
    Variable left = fresh.temporary("left", TypeText.OBJECT);
    List<Object> pieces = new ArrayList<>(List.of(part.name() + "(", entry));
    for (Variable parameter : part.parameters()) {
      pieces.add(", ");
      pieces.add(parameter);
    }
    pieces.add(")");
    Fragment call = Fragment.of(pieces.toArray());
    List<Code> code = new ArrayList<>();
    code.add(Code.line("int ", entry, " = " + at + ";"));
    code.add(Code.line(at + " = 0;"));
    if (part.completes()) {
      code.add(Code.line(TypeText.OBJECT.text(), " ", left, " = ", call, ";"));
      code.add(
          Code.braces(
              Fragment.of("if (", left, " != GOING_ON)"),
              List.of(Code.line("return ", left, ";"))));
    } else {
      code.add(Code.line("return ", call, ";"));
    }
    CodeVariables mentioned = CodeVariables.of(code);
    mentioned.mentioned().forEach(each -> totals.merge(each, mentioned.count(each), Integer::sum));
    return part.completes()
        ? guard(last).map(guard -> List.of(Code.braces(guard, code))).orElse(code)
        : code;
  }

  /** The condition of a cell that control may pass by; the last cell has none. */
  private Optional<Fragment> guard(Code last) {
    if (last instanceof Code.Braces braces && braces.branches().size() == 1) {
      Fragment head = braces.branches().get(0).head();
      boolean cell =
          head.pieces().size() == 1
              && head.pieces().get(0) instanceof Piece.Text text
              && guard.matcher(text.text()).matches();
      return cell ? Optional.of(head) : Optional.empty();
    }
    return Optional.empty();
  }

  private static Set<Fragment> fragments(List<Code> codes) {
    Set<Fragment> found = Collections.newSetFromMap(new IdentityHashMap<>());
    codes.stream().flatMap(Code::fragments).forEach(found::add);
    return found;
  }
}
