package dev.belay.processor.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class ReferencesTest {
  @Test
  void namesInSource() {
    References references = new References();
    references.addSource(
        "app",
        """
        package app;
        import lib.Box;
        import lib.star.*;
        /* Comment.Name "*/
        // Other "
        class Use {
          String text = "Text \\" Literal"; char quote = '"'; Own own = a.b.Deep.make();
          String block = \"""
            Inside "quotes" \\\""" more
            \""";
          After after = x * Third;
        }
        """);

    assertThat(references.in("app"))
        .contains("Use", "Own", "String", "After", "Third")
        .doesNotContain("Comment", "Name", "Other", "Text", "Literal", "Inside", "own");
    assertThat(references.in("lib")).containsExactly("Box", "star");
    assertThat(references.in("lib.star")).contains("Own");
    assertThat(references.in("a.b")).containsExactly("Deep");
    assertThat(references.in("a.b.Deep")).containsExactly("make");
    assertThat(references.in("x")).isEmpty();
  }

  @Test
  void sourceThatEndsEarly() {
    for (String text :
        new String[] {"", "\"", "'", "\"\"\"", "/*", "//", "a.", "\"\\", "import x.*"}) {
      new References().addSource("", text);
    }
  }

  @Test
  void namesInClassFiles() throws IOException {
    References references = new References();
    try (InputStream in = ReferencesTest.class.getResourceAsStream("ReferencesTest.class")) {
      references.addClass(ClassFileNames.of(in.readAllBytes()));
    }

    assertThat(references.in("dev.belay.processor.attribute"))
        .contains("References", "ReferencesTest");
    assertThat(references.in("org.junit.jupiter.api")).contains("Test");
    assertThat(references.in("java.io")).contains("IOException", "InputStream");
  }
}
