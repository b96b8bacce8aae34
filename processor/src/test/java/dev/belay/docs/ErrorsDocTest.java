package dev.belay.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.belay.processor.report.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** docs/errors.md explains every error, with an example that has it and one that has not. */
class ErrorsDocTest {
  private static final Page PAGE = Page.of("docs/errors.md");

  /** They depend on the build, or on other processors. */
  private static final Set<Message> WITHOUT_EXAMPLE =
      Set.of(
          Message.BadOption,
          Message.NotJavac,
          Message.NestedCompilation,
          Message.InternalFault,
          Message.RuleFault,
          Message.ReportNotWritten,
          Message.RuleNotLoaded,
          Message.RuntimeVersion,
          Message.RuntimeNotFound,
          Message.CompanionNotWritten,
          Message.TreeChanged,
          Message.UnresolvedType);

  @Test
  void everyIdHasASectionAndEverySectionAnId() {
    assertThat(PAGE.headings(3))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Message.values()).map(message -> "`" + message.name() + "`").toList());
  }

  @TestFactory
  List<DynamicTest> theBadExampleHasTheErrorAndNoOther() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Message message : explained()) {
      Map<String, String> source = Map.of("bad.Example", source("bad", example(message, "bad")));
      tests.add(
          dynamicTest(
              message.name(),
              () ->
                  assertThat(Compiled.of(source).problems())
                      .isNotEmpty()
                      .allSatisfy(it -> assertThat(it).startsWith("[" + message + "] "))));
    }
    return tests;
  }

  @Test
  void theGoodExamplesHaveNone() {
    Map<String, String> sources = new LinkedHashMap<>();
    for (Message message : explained()) {
      String name = "good." + message;
      sources.put(name + ".Example", source(name, example(message, "good")));
    }

    assertThat(Compiled.of(sources).problems()).isEmpty();
  }

  private static List<Message> explained() {
    return Stream.of(Message.values()).filter(each -> !WITHOUT_EXAMPLE.contains(each)).toList();
  }

  private static String example(Message message, String kind) {
    return PAGE.blocks("`" + message + "`").stream()
        .filter(block -> block.info().equals("java " + kind))
        .map(Page.Block::text)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " example of " + message));
  }

  private static String source(String name, String example) {
    String head =
        "package %s; import static dev.belay.Async.*; import dev.belay.*; import java.util.*;"
            + " import java.util.concurrent.*; abstract class Example { ";
    String members = PAGE.blocks("How to read the examples").get(0).text();
    return head.formatted(name) + members + example + "}\n";
  }
}
