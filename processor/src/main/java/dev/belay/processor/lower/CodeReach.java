package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Code;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether printed code can complete normally (JLS 14.22), where that is plain to see. */
enum CodeReach {
  COMPLETES,
  ENDS,
  UNKNOWN;

  private static final Pattern LEAVES = Pattern.compile("(?s)(return|throw|break|continue)\\b.*");
  private static final Pattern STATEMENT = Pattern.compile("(?s)[^;{}]*;");
  private static final Pattern COMPOUND =
      Pattern.compile("(?s)(\\w+\\s*:.*|(do|for|while|if|try|switch|synchronized|yield)\\b.*)");

  static CodeReach of(List<Code> codes) {
    return codes.isEmpty() ? COMPLETES : of(codes.get(codes.size() - 1));
  }

  private static CodeReach of(Code code) {
    if (code instanceof Code.Line line) {
      String start = CodeJumps.text(line.text());
      if (LEAVES.matcher(start).matches()) {
        return ENDS;
      }
      String all =
          line.text().pieces().stream()
              .map(
                  piece ->
                      piece instanceof dev.belay.processor.lower.ir.Piece.Text text
                          ? text.text()
                          : "x")
              .reduce("", String::concat);
      boolean simple = STATEMENT.matcher(all).matches() && !COMPOUND.matcher(start).matches();
      return simple ? COMPLETES : UNKNOWN;
    }
    if (code instanceof Code.Braces braces) {
      String head = CodeJumps.text(braces.branches().get(0).head());
      if (head.startsWith("if (")) {
        return branches(braces);
      } else if (head.startsWith("switch (")) {
        return arms(braces.branches().get(0).body());
      }
    }
    return UNKNOWN;
  }

  /** A switch with colons: it ends if there is a default, no break, and its last arm ends. */
  private static CodeReach arms(List<Code> arms) {
    CodeReach last = COMPLETES;
    boolean rest = false;
    boolean broken = false;
    for (Code arm : arms) {
      Code.Case group = arm(arm);
      if (group == null) {
        return UNKNOWN;
      }
      rest |= CodeJumps.text(group.label()).startsWith("default");
      broken |= CodeJumps.escape(group.body(), "break");
      last = of(group.body());
    }
    return !rest || broken ? COMPLETES : last;
  }

  /** Null for what is not an arm with a colon. */
  private static Code.@Nullable Case arm(Code code) {
    if (code instanceof Code.Case group) {
      return group;
    }
    if (code instanceof Code.Braces braces && braces.branches().size() == 1) {
      Code.Branch arm = braces.branches().get(0);
      String label = CodeJumps.text(arm.head());
      boolean colon = label.equals("default:") || label.matches("case \\d+:");
      return colon ? new Code.Case(arm.head(), arm.body()) : null;
    }
    return null;
  }

  private static CodeReach branches(Code.Braces braces) {
    List<Code.Branch> branches = braces.branches();
    if (!CodeJumps.text(branches.get(branches.size() - 1).head()).equals("else")) {
      return COMPLETES;
    }
    CodeReach all = ENDS;
    for (Code.Branch branch : branches) {
      CodeReach one = of(branch.body());
      if (one == COMPLETES) {
        return COMPLETES;
      }
      all = one == UNKNOWN ? UNKNOWN : all;
    }
    return all;
  }
}
