package dev.belay.processor.check.out;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the findings of one compilation and writes the files that were asked for. */
public final class Reports {
  /** {@code sarif}, {@code html} or both, with a comma. */
  public static final String REPORT = "belay.report";

  /** {@code patch}. */
  public static final String FIXES = "belay.fixes";

  /** The directory that the files go to. */
  public static final String DIRECTORY = "belay.report.dir";

  private final Set<Report> formats;
  private final Path directory;
  private final String name;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Picture> pictures = new ArrayList<>();

  private Reports(Set<Report> formats, Path directory, String name) {
    this.formats = formats;
    this.directory = directory;
    this.name = name;
  }

  /**
   * What the options ask for.
   *
   * @param options javac's {@code -A} options
   * @param classes the directory of the class files, if it is known: {@code target/classes} has its
   *     reports in {@code target/belay/classes.*} unless an option names a directory
   * @return empty if no file was asked for
   * @throws IllegalArgumentException with the option that cannot be understood
   */
  public static Optional<Reports> of(Map<String, String> options, Optional<Path> classes) {
    Set<Report> formats = EnumSet.noneOf(Report.class);
    for (String format : list(options.get(REPORT))) {
      formats.add(format(REPORT, format, Report.SARIF, Report.HTML));
    }
    for (String format : list(options.get(FIXES))) {
      formats.add(format(FIXES, format, Report.PATCH));
    }
    if (formats.isEmpty()) {
      return Optional.empty();
    }
    String directory = options.get(DIRECTORY);
    Path where =
        directory != null
            ? Path.of(directory)
            : classes.map(path -> path.resolveSibling("belay")).orElse(Path.of("belay"));
    String name =
        classes
            .map(Path::getFileName)
            .map(Path::toString)
            .filter(s -> !s.isEmpty())
            .orElse("belay");
    return Optional.of(new Reports(formats, where, name));
  }

  private static List<String> list(@org.jspecify.annotations.Nullable String option) {
    return option == null ? List.of() : List.of(option.split(",", -1));
  }

  private static Report format(String option, String word, Report... allowed) {
    for (Report each : allowed) {
      if (each.ending().equals(word)) {
        return each;
      }
    }
    throw new IllegalArgumentException("-A" + option + "=" + word);
  }

  /** Takes a finding. */
  public void add(Entry entry) {
    entries.add(entry);
  }

  /** Whether pictures are of any use. */
  public boolean showsPictures() {
    return formats.contains(Report.HTML);
  }

  /** Takes a picture. */
  public void add(Picture picture) {
    pictures.add(picture);
  }

  /**
   * Writes the files; called when the compilation has ended. A file of an earlier compilation is
   * replaced, also where nothing was found.
   */
  public void write() throws IOException {
    List<Entry> sorted =
        entries.stream()
            .sorted(
                Comparator.comparing((Entry entry) -> entry.file().path())
                    .thenComparingInt(Entry::start)
                    .thenComparing(entry -> entry.rule().name()))
            .toList();
    List<Picture> shown =
        pictures.stream()
            .sorted(Comparator.comparing(Picture::file).thenComparingInt(Picture::line))
            .toList();
    Files.createDirectories(directory);
    for (Report format : formats) {
      Files.writeString(
          directory.resolve(name + "." + format.ending()), format.text(sorted, shown));
    }
  }
}
