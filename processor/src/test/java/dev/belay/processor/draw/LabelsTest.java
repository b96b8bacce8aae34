package dev.belay.processor.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What fits into a state. */
class LabelsTest {
  @Test
  void whatFitsIsWhole() {
    assertThat(Labels.cut("await(a)", 8)).isEqualTo("await(a)");
    assertThat(Labels.cut("", 8)).isEmpty();
  }

  @Test
  void whatDoesNotEndsWithAnEllipsis() {
    assertThat(Labels.cut("await(ab)", 8)).isEqualTo("await(a…");
  }

  @Test
  void wideCharactersCountTwiceAndAreNotSplit() {
    assertThat(Labels.cut("日本語", 6)).isEqualTo("日本語");
    assertThat(Labels.cut("日本語文", 6)).isEqualTo("日本…");
    assertThat(Labels.cut("😀😀😀", 5)).isEqualTo("😀😀…");
  }
}
