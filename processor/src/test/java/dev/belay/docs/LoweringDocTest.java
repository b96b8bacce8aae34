package dev.belay.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every construct of docs/lowering.md is shown with what the compiler makes of it. */
class LoweringDocTest {
  private static final Pattern MACHINE =
      Pattern.compile("(?ms)^  private static final class \\w+Machine.*?^  }$");
  private static final Pattern FIELD = Pattern.compile("(?m)^    (private [^(\n]+ (\\w+);)$");
  private static final Pattern RESUME =
      Pattern.compile("(?ms)^    public Object resume\\(\\).*?^    }$");

  @Test
  void machinesAreWhatTheCompilerWrites() {
    Page page = Page.of("docs/lowering.md");
    List<Page.Block> templates = blocks(page, "java template");
    List<Page.Block> machines = blocks(page, "java machine");
    String members = blocks(page, "java members").get(0).text();
    Map<String, String> sources = new LinkedHashMap<>();
    for (int i = 0; i < templates.size(); i++) {
      sources.put("e" + i + ".Example", source(i, members, templates.get(i).text()));
    }

    Compiled compiled = Compiled.of(sources, "fallthrough", "try");

    assertThat(machines).hasSameSizeAs(templates);
    assertThat(compiled.problems()).isEmpty();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < templates.size(); i++) {
      texts.add(machine(compiled.generated("e" + i + ".ExampleAsync")));
    }
    Regenerate.expect(page, machines, texts);
  }

  private static List<Page.Block> blocks(Page page, String info) {
    return page.blocks().stream().filter(block -> block.info().equals(info)).toList();
  }

  /** Line 1 of the file is line 1 of the template: that is what the comments of a machine say. */
  private static String source(int number, String members, String template) {
    String head =
        "package e%d; import static dev.belay.Async.*; import dev.belay.*; import java.io.*;"
            + " import java.util.*; import java.util.concurrent.*; abstract class Example { ";
    return head.formatted(number) + members.replace('\n', ' ') + template + "}\n";
  }

  /** The fields that are no arguments, and the body of {@code resume()}. */
  private static String machine(String companion) {
    Matcher machine = MACHINE.matcher(companion);
    assertThat(machine.find()).as(companion).isTrue();
    StringBuilder text = new StringBuilder();
    Matcher field = FIELD.matcher(machine.group());
    while (field.find()) {
      if (!machine.group().contains("this." + field.group(2) + " = ")) {
        text.append(field.group(1)).append('\n');
      }
    }
    if (!text.isEmpty()) {
      text.append('\n');
    }
    Matcher resume = RESUME.matcher(machine.group());
    assertThat(resume.find()).as(machine.group()).isTrue();
    List<String> lines = resume.group().lines().toList();
    return text + String.join("\n", lines.subList(1, lines.size() - 1)).stripIndent() + "\n";
  }
}
