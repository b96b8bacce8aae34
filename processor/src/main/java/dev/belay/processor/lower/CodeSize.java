package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Code;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Piece;
import java.util.Collection;

/**
 * A guess at the bytes that javac makes of code: one for each character. Names are short for what
 * they do (a field is six bytes, a call three and its arguments), white space is long.
 */
final class CodeSize {
  private static final int SYMBOL = 5;

  private CodeSize() {}

  static int of(Collection<? extends Code> codes) {
    return codes.stream().mapToInt(CodeSize::of).sum();
  }

  static int of(Code code) {
    return code.fragments().mapToInt(CodeSize::of).sum();
  }

  private static int of(Fragment fragment) {
    return fragment.pieces().stream()
        .mapToInt(piece -> piece instanceof Piece.Text text ? text.text().strip().length() : SYMBOL)
        .sum();
  }
}
