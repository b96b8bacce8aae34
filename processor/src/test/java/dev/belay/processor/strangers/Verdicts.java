package dev.belay.processor.strangers;

import java.util.ArrayList;
import java.util.List;

/**
 * What was decided on the findings in one stranger's code.
 *
 * @param files how many source files it has
 * @param all a verdict for each finding
 */
public record Verdicts(int files, List<Verdict> all) {
  /** Whether a finding names a mistake. */
  public enum Kind {
    TRUE,
    FALSE,
    UNDECIDED
  }

  /**
   * A decision.
   *
   * @param place rule, file and line
   * @param remark why, in a few words
   */
  public record Verdict(Kind kind, String place, String remark) {
    public String rule() {
      return place.substring(0, place.indexOf(' '));
    }
  }

  public Verdicts {
    all = List.copyOf(all);
  }

  /**
   * Lines of the file are {@code = NAME FILES}, and below it {@code true RULE FILE:LINE REMARK} and
   * so on.
   */
  public static Verdicts of(Stranger stranger) {
    int files = 0;
    boolean isHere = false;
    List<Verdict> all = new ArrayList<>();
    for (String line : Stranger.lines("verdicts.txt")) {
      String[] words = line.split("\\s+", 4);
      if (words[0].equals("=")) {
        isHere = words[1].equals(stranger.name());
        files = isHere ? Integer.parseInt(words[2]) : files;
      } else if (isHere) {
        all.add(
            new Verdict(
                Kind.valueOf(words[0].toUpperCase(java.util.Locale.ROOT)),
                words[1] + " " + words[2],
                words.length > 3 ? words[3] : ""));
      }
    }
    return new Verdicts(files, all);
  }

  List<String> places() {
    return all.stream().map(Verdict::place).toList();
  }
}
