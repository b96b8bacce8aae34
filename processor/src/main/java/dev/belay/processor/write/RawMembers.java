package dev.belay.processor.write;

import com.palantir.javapoet.CodeBlock;
import java.util.regex.Pattern;

/**
 * Members that are the user's own text. JavaPoet knows no such thing, so they are handed to it as
 * an initializer block, and its braces are taken away from the finished file.
 */
final class RawMembers {
  /** No source has this character, since Java allows it nowhere but in comments and literals. */
  private static final String MARK = "\u0001";

  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^ *\\{\\R *" + MARK + "\\R(.*?)\\R *" + MARK + "\\R *\\}$");

  private static final Pattern DEEPER = Pattern.compile("(?m)^  ");

  private RawMembers() {}

  static CodeBlock of(CodeBlock members) {
    return CodeBlock.of("$L\n$L\n$L\n", MARK, members, MARK);
  }

  /** The file without the braces around such members. */
  static String unwrap(String file) {
    return BLOCK
        .matcher(file)
        .replaceAll(block -> quoted(DEEPER.matcher(block.group(1)).replaceAll("")));
  }

  private static String quoted(String text) {
    return java.util.regex.Matcher.quoteReplacement(text);
  }
}
