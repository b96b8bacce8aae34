package dev.belay.processor.check;

import com.sun.source.tree.CompilationUnitTree;
import dev.belay.processor.check.out.Entry;
import dev.belay.processor.check.out.Picture;
import dev.belay.processor.check.out.Reports;
import dev.belay.processor.check.out.SourceFile;
import dev.belay.processor.report.Figure;
import dev.belay.processor.report.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.function.Consumer;
import javax.annotation.processing.Filer;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** Keeps findings, apart from javac's trees, for the files that are written in the end. */
final class Recorder implements Consumer<Found> {
  private final Host host;
  private final Reports reports;
  private final IdentityHashMap<CompilationUnitTree, SourceFile> files = new IdentityHashMap<>();

  private Recorder(Host host, Reports reports) {
    this.host = host;
    this.reports = reports;
  }

  /**
   * A recorder, if the options ask for a file.
   *
   * @throws BadOption when they cannot be understood
   */
  static Optional<Recorder> of(Host host) throws BadOption {
    try {
      return Reports.of(host.options(), host.filer().flatMap(Recorder::classes))
          .map(reports -> new Recorder(host, reports));
    } catch (IllegalArgumentException e) {
      throw new BadOption(
          String.valueOf(e.getMessage()),
          "-A" + Reports.REPORT + "=sarif,html or -A" + Reports.FIXES + "=patch");
    }
  }

  /** The directory that class files go to; empty where there is none, as in memory. */
  private static Optional<Path> classes(Filer filer) {
    try {
      URI probe = filer.getResource(StandardLocation.CLASS_OUTPUT, "", "belay.probe").toUri();
      return probe.isAbsolute() && "file".equals(probe.getScheme())
          ? Optional.ofNullable(Path.of(probe).getParent())
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public void accept(Found found) {
    reports.add(
        new Entry(
            found.rule(),
            found.severity(),
            found.mistake().what(),
            found.mistake().why(),
            found.mistake().instead(),
            files.computeIfAbsent(found.unit(), unit -> file(unit.getSourceFile())),
            found.start(),
            found.end(),
            found.mistake().fix(),
            found.isSuppressed()));
  }

  /** Takes pictures; empty if no file that is written can show one. */
  Optional<Consumer<Figure>> gallery() {
    return reports.showsPictures() ? Optional.of(this::accept) : Optional.empty();
  }

  private void accept(Figure figure) {
    reports.add(new Picture(figure.name(), path(figure.file()), figure.line(), figure.svg()));
  }

  private static SourceFile file(JavaFileObject file) {
    try {
      return new SourceFile(path(file.toUri()), file.getCharContent(true).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String path(URI uri) {
    if (!"file".equals(uri.getScheme())) {
      return String.valueOf(uri.getPath()).replaceFirst("^/", "");
    }
    Path here = Path.of("").toAbsolutePath();
    Path file = Path.of(uri);
    return (file.startsWith(here) ? here.relativize(file) : file).toString().replace('\\', '/');
  }

  /** Writes the files. */
  void write() {
    try {
      reports.write();
    } catch (IOException e) {
      host.warnings().accept(Message.ReportNotWritten, String.valueOf(e));
    }
  }
}
