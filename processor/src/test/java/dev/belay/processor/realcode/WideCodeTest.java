package dev.belay.processor.realcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.strangers.Stranger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every method of published libraries, with awaits in it, where it stands: Belay compiles what
 * javac does, or refuses it in its own words. Nothing runs.
 *
 * <p>{@code -Dbelay.realcode=wide} takes whole libraries, of {@code strangers/wide.txt}, instead of
 * some classes; {@code -Dbelay.realcode.only=a,b} takes these, {@code -Dbelay.seed=s} awaits in
 * other places.
 */
class WideCodeTest {
  private static final boolean WIDE = "wide".equals(System.getProperty("belay.realcode"));
  private static final String ONLY = System.getProperty("belay.realcode.only", "");
  private static final long SEED = Long.getLong("belay.seed", 1);

  /** How many files are compiled at a time; what needs the memory are their bodies. */
  private static final int FILES = Integer.getInteger("belay.realcode.files", 40);

  private static final Path REPORTS =
      Path.of(System.getProperty("belay.realcode.dir", "target/wide")).toAbsolutePath();

  private static final Pattern SINCE = Pattern.compile(".*-(\\d+)");

  private static final List<String> SAMPLE =
      List.of(
          "org.apache.commons.lang3.builder.EqualsBuilder",
          "org.apache.commons.lang3.concurrent.EventCountCircuitBreaker",
          "org.apache.commons.lang3.event.EventListenerSupport",
          "org.apache.commons.lang3.mutable.MutableInt",
          "org.apache.commons.lang3.reflect.TypeUtils",
          "org.apache.commons.lang3.stream.Streams",
          "org.apache.commons.lang3.text.StrSubstitutor",
          "org.apache.commons.lang3.time.FastDateParser",
          "org.apache.commons.lang3.tuple.Pair");

  /** Methods of whole libraries whose machines javac refuses so far, and why. */
  private static final List<String> KNOWN = Stranger.lines("wide-known.txt");

  @TestFactory
  Stream<DynamicTest> C22_wholeLibrariesCompile() {
    if (!WIDE) {
      return Stream.of(
          DynamicTest.dynamicTest(
              "commons-lang3, a sample",
              () -> {
                WideReport report = report(WideLibrary.of("commons-lang3, a sample", SAMPLE));
                assertThat(report.faults).isEmpty();
                assertThat(report.compiled()).isGreaterThan(200);
              }));
    }
    return Stranger.of("wide.txt").stream()
        .filter(WideCodeTest::isForThisJava)
        .filter(library -> ONLY.isEmpty() || List.of(ONLY.split(",", -1)).contains(library.name()))
        .map(library -> DynamicTest.dynamicTest(library.name(), () -> compiles(library)));
  }

  private static boolean isForThisJava(Stranger library) {
    Matcher since = SINCE.matcher(library.name());
    return !since.matches() || Integer.parseInt(since.group(1)) <= Runtime.version().feature();
  }

  private static void compiles(Stranger library) throws IOException, InterruptedException {
    WideReport report = report(WideLibrary.of(library));
    Files.createDirectories(REPORTS);
    Files.writeString(REPORTS.resolve(library.name() + ".txt"), report.details());
    assertThat(report.faults.stream().filter(fault -> !isKnown(fault))).isEmpty();
    assertThat(report.compiled()).isGreaterThan(report.refused() * 10);
  }

  private static WideReport report(WideLibrary library) {
    WideReport report = new WideReport(library.name());
    int count = library.sources().size();
    for (int from = 0; from < count; from += FILES) {
      int to = Math.min(from + FILES, count);
      List<JavaFileObject> files = library.accepted(from, to);
      List<Unit> units = Unit.of(files, library.classPath());
      report.add(
          to - from, files.size(), new WideBatch(units, library.classPath(), from + 1, SEED).run());
    }
    System.out.println("seed " + SEED + ", " + report.summary());
    return report;
  }

  private static boolean isKnown(String fault) {
    return KNOWN.stream().anyMatch(known -> fault.startsWith(known.split(" ", -1)[0]));
  }
}
