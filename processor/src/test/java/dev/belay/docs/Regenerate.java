package dev.belay.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Keeps blocks of a page equal to what the compiler really writes. */
final class Regenerate {
  /** Set to anything, it makes the tests write the pages instead of comparing them. */
  private static final String PROPERTY = "belay.docs.write";

  private Regenerate() {}

  static boolean isOn() {
    return System.getProperty(PROPERTY) != null;
  }

  static void expect(Page page, List<Page.Block> blocks, List<String> texts) {
    if (isOn()) {
      page.replace(blocks, texts);
      return;
    }
    for (int i = 0; i < blocks.size(); i++) {
      assertThat(blocks.get(i).text())
          .as(
              "%s:%d is not what the compiler writes (-D%s renews the page)",
              Page.root().relativize(page.file()), blocks.get(i).first(), PROPERTY)
          .isEqualTo(texts.get(i));
    }
  }
}
