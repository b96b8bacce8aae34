package dev.belay.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.belay.processor.lower.ir.Code;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Piece;
import java.util.List;
import java.util.function.Function;

/** Turns fragments and code into what JavaPoet prints, imports included. */
final class CodePrinter {
  private final Function<Piece, @org.jspecify.annotations.Nullable String> spelling;

  /**
   * @param spelling how a symbol is written; null for a type name
   */
  CodePrinter(Function<Piece, @org.jspecify.annotations.Nullable String> spelling) {
    this.spelling = spelling;
  }

  /** For fragments that hold nothing but text and type names. */
  static CodePrinter ofTypes() {
    return new CodePrinter(piece -> piece instanceof Piece.Text text ? text.text() : null);
  }

  CodeBlock fragment(Fragment fragment) {
    CodeBlock.Builder builder = CodeBlock.builder();
    for (Piece piece : fragment.pieces()) {
      String text = spelling.apply(piece);
      if (text != null) {
        builder.add("$L", piece instanceof Piece.Text own ? LineMarks.mark(own) : text);
      } else if (piece instanceof Piece.TypeName type) {
        builder.add("$T", className(type));
      }
    }
    return builder.build();
  }

  static ClassName className(Piece.TypeName type) {
    List<String> names = type.simpleNames();
    return ClassName.get(
        type.packageName(), names.get(0), names.subList(1, names.size()).toArray(String[]::new));
  }

  CodeBlock code(List<Code> code) {
    CodeBlock.Builder builder = CodeBlock.builder();
    code.forEach(each -> add(each, builder));
    return builder.build();
  }

  private void add(Code code, CodeBlock.Builder builder) {
    if (code instanceof Code.Line line) {
      builder.add(fragment(line.text())).add("\n");
    } else if (code instanceof Code.Comment comment) {
      builder.add("// $L\n", comment.text());
    } else if (code instanceof Code.Case group) {
      builder.add(fragment(group.label())).add("\n").indent();
      group.body().forEach(each -> add(each, builder));
      builder.unindent();
    } else if (code instanceof Code.Braces braces) {
      braces(braces, builder);
    }
  }

  private void braces(Code.Braces braces, CodeBlock.Builder builder) {
    boolean first = true;
    for (Code.Branch branch : braces.branches()) {
      if (!first) {
        builder.add(" ");
      }
      builder.add(fragment(branch.head()));
      builder.add(branch.head().pieces().isEmpty() ? "{\n" : " {\n").indent();
      branch.body().forEach(each -> add(each, builder));
      builder.unindent().add("}");
      first = false;
    }
    if (!braces.tail().pieces().isEmpty()) {
      builder.add(" ").add(fragment(braces.tail()));
    }
    builder.add("\n");
  }
}
