package dev.belay.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** What a program has printed. */
final class Printed {
  /** Times, which differ from run to run. */
  private static final Pattern SECONDS = Pattern.compile("\\d+\\.\\d{3}s");

  /** Which of two consumers, which differs too; a page shows one way in which it may happen. */
  private static final Pattern CONSUMER = Pattern.compile("Consumer [AB]");

  private final String text;

  private Printed(String text) {
    this.text = text;
  }

  /** Runs its main method. */
  static Printed by(Class<?> type) throws Exception {
    Method main = type.getDeclaredMethod("main", String[].class);
    main.setAccessible(true);
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      main.invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return new Printed(out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"));
  }

  /** Whether it is what a page shows, in this order unless the block says {@code in some order}. */
  void matches(Page.Block block) {
    boolean ordered = !block.info().equals("text in some order");
    assertThat(lines(text, ordered)).isEqualTo(lines(block.text(), ordered));
  }

  private static List<String> lines(String text, boolean ordered) {
    List<String> lines =
        SECONDS
            .matcher(text)
            .replaceAll("#s")
            .lines()
            .map(line -> ordered ? line : CONSUMER.matcher(line).replaceAll("Consumer #"))
            .toList();
    return ordered ? lines : lines.stream().sorted().toList();
  }
}
