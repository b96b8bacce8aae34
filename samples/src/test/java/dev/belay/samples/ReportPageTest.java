package dev.belay.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checker's page of the sample, and of a mistake, in a real browser of a phone's size. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ReportPageTest {
  private static final String MISTAKE =
      """
      package dev.belay.samples;

      import io.r2dbc.spi.Connection;

      final class Forgetful {
        void leave(Connection connection) {
          connection.close();
        }
      }
      """;

  /** What can be read against what it stands on: WCAG's contrast of text of normal size. */
  private static final String CONTRAST =
      """
      (() => {
        const light = color => {
          const [r, g, b] = color.match(/[\\d.]+/g).map(it => it / 255)
              .map(it => it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4);
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const contrast = (a, b) => {
          const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
          return (high + 0.05) / (low + 0.05);
        };
        const paper = getComputedStyle(document.body).backgroundColor;
        const all = [...document.querySelectorAll('p, h2, td, .where, strong')]
            .map(it => contrast(getComputedStyle(it).color, paper));
        document.querySelectorAll('.state').forEach(state => {
          const box = getComputedStyle(state.querySelector('rect')).fill;
          state.querySelectorAll('text')
              .forEach(it => all.push(contrast(getComputedStyle(it).fill, box)));
        });
        document.querySelectorAll('.tip')
            .forEach(it => all.push(contrast(getComputedStyle(it).fill, paper) * 1.5));
        return Math.min(...all);
      })()
      """;

  /** States whose text leaves their box, or whose box meets that of another. */
  private static final String MISPLACED =
      """
      [...document.querySelectorAll('figure svg')].flatMap(svg => {
        const states = [...svg.querySelectorAll('.state')];
        const box = it => it.querySelector('rect').getBBox();
        const inside = (a, b) => a.x >= b.x && a.y >= b.y
            && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;
        return states.filter((state, i) =>
            [...state.querySelectorAll('text')].some(it => !inside(it.getBBox(), box(state)))
            || !inside(box(state), svg.viewBox.baseVal)
            || (i > 0 && box(states[i - 1]).y + box(states[i - 1]).height >= box(state).y));
      }).map(it => it.textContent).join('; ')
      """;

  @TempDir(cleanup = CleanupMode.NEVER)
  Path profile;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void canBeReadOnAPhone(boolean dark) throws Exception {
    Optional<Path> chromium = Chromium.installed();
    assumeTrue(chromium.isPresent(), "skipped: no chromium on the path (Debian: chromium)");
    URI page = report().toUri();
    try (Chromium browser = new Chromium(chromium.get(), profile, page)) {
      Eventually.holds(
          "the page is there",
          () ->
              browser.evaluate("location.protocol + document.readyState").equals("file:complete"));
      browser.asPhone(dark);

      assertThat(number(browser, "document.querySelectorAll('article').length")).isEqualTo(1);
      assertThat(number(browser, "document.querySelectorAll('figure svg').length"))
          .isGreaterThan(20);
      assertThat(browser.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);
      assertThat(browser.evaluate(MISPLACED)).isEqualTo("");
      assertThat(
              browser.evaluate(
                  "[...document.querySelectorAll('figure svg')].every(it =>"
                      + " it.getBoundingClientRect().width === it.viewBox.baseVal.width)"))
          .as("no picture is made smaller")
          .isEqualTo(true);
      assertThat(number(browser, CONTRAST)).isGreaterThanOrEqualTo(4.5);
      assertThat(browser.evaluate("matchMedia('(prefers-color-scheme: dark)').matches"))
          .isEqualTo(dark);
      assertThat(number(browser, "performance.getEntriesByType('resource').length")).isZero();

      keepPictures(browser, dark ? "dark" : "light");
    }
  }

  private static double number(Chromium browser, String expression) {
    return ((Number) browser.evaluate(expression)).doubleValue();
  }

  /** For people: the tests cannot say whether it looks well. */
  private static void keepPictures(Chromium browser, String theme) throws Exception {
    Path kept = Files.createDirectories(Path.of("target", "report-page"));
    browser.screenshot(kept.resolve(theme + "-findings.png"));
    browser.evaluate("document.querySelector('#machines').scrollIntoView()");
    browser.screenshot(kept.resolve(theme + "-machines.png"));
  }

  private Path report() throws Exception {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
        Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      List<JavaFileObject> all = new ArrayList<>(List.of(new Mistaken()));
      files
          .getJavaFileObjectsFromPaths(
              sources.filter(it -> it.toString().endsWith(".java")).sorted().toList())
          .forEach(all::add);
      JavaCompiler.CompilationTask task =
          javac.getTask(
              said,
              files,
              null,
              List.of(
                  "-d",
                  Files.createDirectories(profile.resolve("classes")).toString(),
                  "-processorpath",
                  System.getProperty("java.class.path"),
                  "-processor",
                  "dev.belay.processor.BelayProcessor",
                  "-Abelay.report=html"),
              null,
              all);
      task.call();
    }
    Path page = profile.resolve("belay").resolve("classes.html");
    assertThat(page).as(said.toString()).exists();
    return page;
  }

  /** A source file in memory. */
  private static final class Mistaken extends SimpleJavaFileObject {
    Mistaken() {
      super(URI.create("string:///dev/belay/samples/Forgetful.java"), Kind.SOURCE);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return MISTAKE;
    }
  }
}
