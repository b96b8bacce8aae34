package dev.belay.samples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Does what a page tells its reader to do, in an empty directory.
 *
 * <p>A block whose fence names a file is written to it. A block {@code sh} is run, and must print
 * the block {@code text} below it; {@code sh fails} must fail, and print that among other things.
 */
final class Walkthrough {
  private static final String FENCE = "```";

  private static final Pattern COLOUR = Pattern.compile("\u001B\\[[;\\d]*m");

  /** What stands for the directory of the reader in the pages. */
  private static final String HOME = "/home/ada/";

  /** Where an error begins, as Maven and as javac print it. */
  private static final Pattern ERROR = Pattern.compile("(\\[ERROR] )?" + HOME);

  private static final Pattern AFTER = Pattern.compile("\\[|\\d+ (error|warning)s?$");

  private final Path page;
  private final List<String> lines;
  private final Path directory;
  private final Path commands;
  private final List<String> ran = new ArrayList<>();

  /**
   * @param page from the root of the project
   * @param directory an empty one
   */
  Walkthrough(String page, Path directory, Repository repository) throws IOException {
    this.page = Path.of("..").resolve(page);
    this.lines = new ArrayList<>(Files.readAllLines(this.page));
    this.directory = directory;
    this.commands = repository.commands();
  }

  /** What was run. */
  List<String> ran() {
    return ran;
  }

  /** Follows a section, or the whole page if the heading is that of the page. */
  void follow(String heading) throws Exception {
    int from = lines.indexOf(heading);
    assertThat(from).as(heading).isNotNegative();
    int level = heading.indexOf(' ');
    boolean fenced = false;
    for (int i = from + 1; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!fenced && line.startsWith("#") && line.indexOf(' ') <= level) {
        return;
      }
      if (line.startsWith(FENCE)) {
        fenced = !fenced;
        if (fenced) {
          block(line.substring(FENCE.length()), i + 1);
        }
      }
    }
  }

  private void block(String info, int first) throws Exception {
    String text = text(first);
    String kind = info.replaceFirst(" .*", "");
    String rest = info.substring(kind.length()).strip();
    if (kind.equals("sh")) {
      if (rest.isEmpty() || rest.equals("fails") || applies(rest)) {
        run(text.strip(), rest.startsWith("fails"), end(first) + 1);
      }
    } else if (!rest.isEmpty()) {
      Path file = directory.resolve(rest);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
  }

  /** {@code fails, from JDK 23}. */
  private static boolean applies(String condition) {
    String from = "fails, from JDK ";
    return condition.startsWith(from)
        && Runtime.version().feature() >= Integer.parseInt(condition.substring(from.length()));
  }

  private void run(String command, boolean fails, int after) throws Exception {
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", command).directory(directory.toFile());
    shell.environment().merge("PATH", commands.toString(), (path, ours) -> ours + ":" + path);
    shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
    shell.environment().remove("MAVEN_OPTS");
    Path output = directory.resolve(".output");
    Path rest = directory.resolve(".errors"); // newer JDKs warn of what Maven does
    Process process = shell.redirectError(rest.toFile()).redirectOutput(output.toFile()).start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("%s ends", command).isTrue();
    String printed = plain(output);
    assertThat(process.exitValue() != 0)
        .as("%s fails:%n%s%s", command, printed, plain(rest))
        .isEqualTo(fails);
    ran.add(command);
    if (fails) {
      printed = errors(printed + plain(rest));
    }
    compare(printed, after);
  }

  private String plain(Path output) throws IOException {
    return COLOUR
        .matcher(Files.readString(output))
        .replaceAll("")
        .replace(directory.toRealPath() + "/", HOME);
  }

  /** What is said of the source, and not what the build tool says of itself. */
  private static String errors(String printed) {
    List<String> errors = new ArrayList<>();
    boolean kept = false;
    for (String line : printed.lines().toList()) {
      kept = ERROR.matcher(line).lookingAt() || (kept && !AFTER.matcher(line).lookingAt());
      if (kept && !errors.contains(line)) {
        errors.add(line);
      }
    }
    return String.join("\n", errors) + "\n";
  }

  private void compare(String printed, int after) throws IOException {
    int first = after;
    while (!lines.get(first).startsWith(FENCE)) {
      first++;
    }
    assertThat(lines.get(first)).isEqualTo(FENCE + "text");
    if (System.getProperty("belay.docs.write") == null) {
      assertThat(printed).isEqualTo(text(first + 1));
      return;
    }
    lines.subList(first + 1, end(first + 1)).clear();
    lines.addAll(first + 1, printed.lines().toList());
    Files.writeString(page, String.join("\n", lines) + "\n");
  }

  private String text(int first) {
    return String.join("\n", lines.subList(first, end(first))) + "\n";
  }

  private int end(int from) {
    int end = from;
    while (!lines.get(end).equals(FENCE)) {
      end++;
    }
    return end;
  }
}
