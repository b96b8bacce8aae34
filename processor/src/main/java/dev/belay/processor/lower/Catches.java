package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.Stmt;
import java.util.List;

/** What a {@code catch} clause catches. */
final class Catches {
  private Catches() {}

  /** Whether no failure passes the clause by. */
  static boolean everything(Stmt.Catch clause) {
    return clause.types().pieces().stream()
        .anyMatch(
            piece ->
                piece instanceof Piece.TypeName type
                    && type.packageName().equals("java.lang")
                    && type.simpleNames().equals(List.of("Throwable")));
  }
}
