package dev.belay.processor.check.out;

import dev.belay.processor.check.spi.Edit;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.List;

/**
 * A finding, apart from the compiler that it was found in.
 *
 * @param rule which rule found it
 * @param severity how it was reported
 * @param what what is wrong
 * @param why what happens because of it
 * @param instead what to write
 * @param file where it is
 * @param start its first character in the file, counted from zero
 * @param end the first character behind it
 * @param edits what corrects it; empty if that is not certain
 * @param isSuppressed whether an annotation silences it
 */
public record Entry(
    RuleInfo rule,
    Severity severity,
    String what,
    String why,
    String instead,
    SourceFile file,
    int start,
    int end,
    List<Edit> edits,
    boolean isSuppressed) {
  public Entry {
    edits = List.copyOf(edits);
  }

  Place from() {
    return file.place(start);
  }

  Place to() {
    return file.place(Math.max(start, end));
  }
}
