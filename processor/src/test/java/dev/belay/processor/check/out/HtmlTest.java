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
    String page = Html.text(List.of(ERROR), List.of());

    assertThat(page)
        .contains("Belay: 1 finding<")
        .contains("src/main/java/Users One.java:3:5")
        .contains("what &lt;is&gt; wrong &amp; &quot;why&quot;")
        .contains("<span class=\"hit\"><b>    3 </b>    client.close();</span>")
        .contains("&lt;b&gt;&amp;\\&quot;ä\\&quot;&lt;/b&gt;");
  }

  @Test
  void whatIsSilencedIsCounted() {
    assertThat(Html.text(List.of(ERROR, Entries.silenced(ERROR)), List.of()))
        .contains("Belay: 1 finding<")
        .contains("1 more are silenced");
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    assertThat(Html.text(List.of(ERROR), List.of()))
        .doesNotContain("http:", "https:", "<script", "<link", "url(")
        .contains("prefers-color-scheme: dark", "width=device-width");
  }

  @Test
  void picturesHaveASectionOfTheirOwn() {
    Picture picture = new Picture("Posts<T>.all", "src/Posts.java", 12, "<svg>...</svg>");

    assertThat(Html.text(List.of(), List.of(picture)))
        .contains("<strong>Posts&lt;T&gt;.all</strong>", "src/Posts.java:12", "<svg>...</svg>")
        .doesNotContain("http:", "https:", "url(");
    assertThat(Html.text(List.of(), List.of())).doesNotContain("<svg", "State machines");
  }

  @Test
  void noFindings() {
    assertThat(Html.text(List.of(), List.of()))
        .contains("Belay: 0 findings<")
        .endsWith("</html>\n");
  }
}
