package dev.belay.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * The Java of the pages compiles without a warning and prints what stands below it; what is shown
 * as a mistake is one.
 */
class SnippetsDocTest {
  /** Their Java is compiled by the test named. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "README.md", "GeneratedCodeDocTest",
          "docs/generated-code.md", "GeneratedCodeDocTest",
          "docs/errors.md", "ErrorsDocTest",
          "docs/lowering.md", "LoweringDocTest",
          "docs/rules/", "RulesDocTest",
          "docs/guide.md", "GuideTest of the samples",
          "docs/build-setup.md", "BuildSetupTest of the samples",
          "docs/integrations.md", "IntegrationsDocTest of reactive-streams");

  /** What else stands between fences, and what looks at it. */
  private static final Map<String, String> OTHER_LANGUAGES =
      Map.of(
          "", "what javac or a program prints",
          "text", "what a command or a program prints, which the test of its page knows",
          "xml", "BuildSetupTest and GuideTest; one option of OptionsDocTest",
          "groovy", "BuildSetupTest",
          "sh", "BuildSetupTest and GuideTest; what starts the sample, by hand",
          "kotlin", "KotlinDocTest",
          "python", "PythonDocTest",
          "starlark", "nothing: docs/verification.md says why",
          "csharp", "nothing: docs/verification.md says why");

  private static final Set<String> KINDS = Set.of("java", "java mistake", "java imports");

  static Stream<Snippets> pages() {
    return Page.all().stream().flatMap(page -> Snippets.of(page).stream());
  }

  @Test
  void noJavaIsLeftOut() {
    List<String> untested = new ArrayList<>();
    for (Page page : Page.all()) {
      if (ELSEWHERE.keySet().stream().noneMatch(page.path()::startsWith)) {
        boolean tested = Snippets.of(page).isPresent();
        page.blocks().stream()
            .filter(block -> block.info().startsWith("java"))
            .filter(block -> !tested || !KINDS.contains(block.info()))
            .forEach(block -> untested.add(page.path() + ":" + block.first()));
      }
    }

    assertThat(untested).isEmpty();
  }

  /** So that no language comes to the pages that nothing compiles, unless this is said. */
  @Test
  void everyOtherLanguageIsKnown() {
    String verification = Page.of("docs/verification.md").prose().toString();
    List<String> unknown = new ArrayList<>();
    for (Page page : Page.all()) {
      for (Page.Block block : page.blocks()) {
        String language = block.info().replaceFirst(" .*", "");
        if (!language.equals("java")) {
          String tested = OTHER_LANGUAGES.getOrDefault(language, "nothing");
          if (tested.startsWith("nothing") && !verification.contains("| `" + language + "` |")) {
            unknown.add(page.path() + ":" + block.first() + " " + language);
          }
        }
      }
    }

    assertThat(unknown).isEmpty();
  }

  @TestFactory
  @ResourceLock(Resources.SYSTEM_OUT)
  Stream<DynamicNode> snippetsDoWhatThePageSays() {
    return pages().map(page -> DynamicContainer.dynamicContainer(page.page().path(), tests(page)));
  }

  private static Stream<DynamicTest> tests(Snippets page) {
    Compiled compiled = Compiled.of(page.sources(), "auxiliaryclass");
    return Stream.of(
            Stream.of(dynamicTest("compiles", () -> assertThat(compiled.problems()).isEmpty())),
            page.right().stream()
                .filter(it -> it.program().isPresent())
                .map(it -> dynamicTest(it.name(), () -> prints(it, compiled))),
            Stream.of(dynamicTest("mistakes", () -> areMistakes(page))))
        .flatMap(it -> it);
  }

  private static void prints(Snippets.Snippet snippet, Compiled compiled) throws Exception {
    Printed printed = Printed.by(compiled.load().loadClass(snippet.program().orElseThrow()));

    printed.matches(below(snippet));
  }

  /** Each of them alone, with the right ones beside it, which it may use. */
  private static void areMistakes(Snippets page) {
    List<String> messages = new ArrayList<>();
    for (Snippets.Snippet wrong : page.wrong()) {
      Map<String, String> sources = new LinkedHashMap<>(page.sources());
      sources.put(wrong.name(), wrong.source());
      messages.add(Compiled.of(sources, "auxiliaryclass").printed());
      assertThat(messages).last().asString().isNotEmpty();
    }
    Regenerate.expect(
        page.page(), page.wrong().stream().map(SnippetsDocTest::below).toList(), messages);
  }

  private static Page.Block below(Snippets.Snippet snippet) {
    return snippet
        .below()
        .orElseThrow(() -> new AssertionError("nothing says what becomes of " + snippet));
  }
}
