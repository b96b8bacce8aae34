package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Code;
import java.util.List;
import java.util.regex.Pattern;

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
    if (code instanceof Code.Braces braces
        && CodeJumps.text(braces.branches().get(0).head()).startsWith("if (")) {
      return branches(braces);
    }
    return UNKNOWN;
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
