package dev.belay.processor.check.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.check.spi.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page says everything, and asks for nothing. */
class HtmlTest {
  private static final Entry ERROR =
      Entries.of("SyncScope", Severity.ERROR, Entries.users(), "client.close()");

  @Test
  void aFindingWithTheCodeAround() {
    String page = Html.text(List.of(ERROR));

    assertThat(page)
        .contains("Belay: 1 finding<")
        .contains("src/main/java/Users One.java:3:5")
        .contains("what &lt;is&gt; wrong &amp; &quot;why&quot;")
        .contains("<span class=\"hit\"><b>    3 </b>    client.close();</span>")
        .contains("&lt;b&gt;&amp;\\&quot;ä\\&quot;&lt;/b&gt;");
  }

  @Test
  void whatIsSilencedIsCounted() {
    assertThat(Html.text(List.of(ERROR, Entries.silenced(ERROR))))
        .contains("Belay: 1 finding<")
        .contains("1 more are silenced");
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    assertThat(Html.text(List.of(ERROR)))
        .doesNotContain("http:", "https:", "<script", "<link", "url(")
        .contains("prefers-color-scheme: dark", "width=device-width");
  }

  @Test
  void noFindings() {
    assertThat(Html.text(List.of())).contains("Belay: 0 findings<").endsWith("</html>\n");
  }
}
