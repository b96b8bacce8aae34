package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Code;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Piece;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether printed jumps stay inside the code that holds them. */
final class CodeJumps {
  private static final Pattern JUMP = Pattern.compile("(break|continue)(?: (\\S+))?;");
  private static final Pattern LABEL = Pattern.compile("(?s)(\\S+):(?:\\s.*)?");
  private static final Pattern LOOP = Pattern.compile("(?s)(?:\\S+: )?(?:for|while|do)\\b.*");
  private static final Pattern SWITCH = Pattern.compile("(?s)(?:\\S+: )?switch\\b.*");

  private final Deque<String> open = new ArrayDeque<>();
  private final Set<String> escaping = new HashSet<>();

  private CodeJumps() {}

  static boolean escape(List<Code> codes) {
    return !escaping(codes).isEmpty();
  }

  /**
   * Whether one jump does.
   *
   * @param target its label; {@code break} or {@code continue} for one without
   */
  static boolean escape(List<Code> codes, String target) {
    return escaping(codes).contains(target);
  }

  private static Set<String> escaping(List<Code> codes) {
    CodeJumps jumps = new CodeJumps();
    codes.forEach(jumps::scan);
    return jumps.escaping;
  }

  static boolean isSwitch(Code.Braces braces) {
    return SWITCH.matcher(text(braces.branches().get(0).head())).matches();
  }

  private void scan(Code code) {
    if (code instanceof Code.Line line) {
      Matcher jump = JUMP.matcher(text(line.text()));
      if (jump.matches()) {
        String target = jump.group(2) == null ? jump.group(1) : jump.group(2);
        if (!open.contains(target)) {
          escaping.add(target);
        }
      }
    } else if (code instanceof Code.Case group) {
      group.body().forEach(this::scan);
    } else if (code instanceof Code.Braces braces) {
      for (Code.Branch branch : braces.branches()) {
        int before = open.size();
        enter(text(branch.head()));
        branch.body().forEach(this::scan);
        while (open.size() > before) {
          open.pop();
        }
      }
    }
  }

  private void enter(String head) {
    Matcher label = LABEL.matcher(head);
    if (label.matches()) {
      open.push(label.group(1));
    }
    if (LOOP.matcher(head).matches()) {
      open.push("break");
      open.push("continue");
    } else if (SWITCH.matcher(head).matches()) {
      open.push("break");
    }
  }

  /** The text in front of the first symbol. */
  static String text(Fragment fragment) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : fragment.pieces()) {
      if (!(piece instanceof Piece.Text part)) {
        break;
      }
      text.append(part.text());
    }
    return text.toString();
  }
}
