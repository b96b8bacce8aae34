package dev.belay.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The example of the README compiles, and the documentation shows what comes of it. */
class GeneratedCodeDocTest {
  private static final String EXAMPLE = "The example";

  /** What the README leaves out of the types that its example works with. */
  private static final String HEAD =
      "package blog;\nimport java.util.List;\nimport java.util.concurrent.CompletionStage;\n";

  private static final Pattern TYPE = Pattern.compile("(?ms)^(?:record|interface) (\\w+).*?\\}$");

  private static final Page README = Page.of("README.md");
  private static Compiled compiled;

  @BeforeAll
  static void compile() {
    Map<String, String> sources = new LinkedHashMap<>();
    sources.put("blog.Posts", README.blocks(EXAMPLE).get(0).text());
    TYPE.matcher(README.blocks(EXAMPLE).get(1).text())
        .results()
        .forEach(type -> sources.put("blog." + type.group(1), HEAD + type.group()));
    compiled = Compiled.of(sources);
  }

  @Test
  void theExampleCompilesWithoutAWarning() {
    assertThat(compiled.problems()).isEmpty();
  }

  @Test
  void generatedCodeIsWhatTheCompilerWrites() {
    Page page = Page.of("docs/generated-code.md");
    Regenerate.expect(
        page, page.blocks("PostsAsync.java"), List.of(compiled.generated("blog.PostsAsync")));
  }

  @Test
  void theScopeOfAResourceClassIsWhatTheCompilerWrites() {
    Page page = Page.of("docs/generated-code.md");
    Compiled own =
        Compiled.of(Map.of("blog.Transaction", page.blocks("A resource class").get(0).text()));

    assertThat(own.problems()).isEmpty();
    Regenerate.expect(
        page,
        page.blocks("TransactionScope.java"),
        List.of(own.generated("blog.TransactionScope")));
  }

  @Test
  void theReadmeShowsTheSignaturesThatCallersSee() {
    String signatures = README.blocks(EXAMPLE).get(2).text();

    assertThat(signatures.replaceAll(" +", " ").lines().map(line -> line.replace(";", " {")))
        .hasSize(3)
        .allSatisfy(line -> assertThat(compiled.generated("blog.PostsAsync")).contains(line));
  }
}
