package dev.belay.processor.check.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.check.spi.Edit;
import dev.belay.processor.check.spi.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code git apply} takes the patch, and what comes of it is what the edits say. */
class PatchesTest {
  @TempDir private Path directory;

  @Test
  void editsOfSeveralFindings() throws Exception {
    assertThat(
            patched(
                Entries.TEXT,
                Entries.edit("client.close();", "client.closeAsync();"),
                Entries.edit("class Users", "final class Users")))
        .isEqualTo(
            Entries.TEXT
                .replace("client.close();", "client.closeAsync();")
                .replace("class Users", "final class Users"));
  }

  @Test
  void aFileWithoutALastLineFeed() throws Exception {
    assertThat(patched("class A {\n}", new Edit(0, 5, "record"))).isEqualTo("record A {\n}");
    assertThat(patched("a\nb", new Edit(2, 3, "c"))).isEqualTo("a\nc");
  }

  @Test
  void carriageReturnsStay() throws Exception {
    assertThat(patched("a\r\nb\r\n", new Edit(3, 4, "c"))).isEqualTo("a\r\nc\r\n");
  }

  @Test
  void anInsertionOfLines() throws Exception {
    assertThat(patched("a\nb\n", new Edit(2, 2, "x\ny\n"))).isEqualTo("a\nx\ny\nb\n");
  }

  /** Two corrections of one place cannot both be right. */
  @Test
  void ofOverlappingFixesTheFirst() {
    assertThat(
            Patches.applied(
                "abc",
                List.of(entry("abc", new Edit(0, 2, "x")), entry("abc", new Edit(1, 3, "y")))))
        .isEqualTo("xc");
  }

  @Test
  void nothingToCorrect() {
    SourceFile file = Entries.users();
    assertThat(Patches.text(List.of(Entries.of("A", Severity.NOTE, file, "class")))).isEmpty();
    assertThat(Patches.text(List.of(Entries.silenced(entry("abc", new Edit(0, 1, "x"))))))
        .isEmpty();
  }

  private static Entry entry(String text, Edit... edits) {
    return Entries.of("Rule", Severity.ERROR, new SourceFile("src/A.java", text), "", edits);
  }

  /** Each edit is a finding's own. */
  private String patched(String text, Edit... edits) throws Exception {
    Path file = directory.resolve("src/A.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Path patch = directory.resolve("a.patch");
    SourceFile source = new SourceFile("src/A.java", text);
    List<Entry> entries =
        List.of(edits).stream()
            .map(edit -> Entries.of("Rule", Severity.ERROR, source, "", edit))
            .toList();
    Files.writeString(patch, Patches.text(entries));
    git("apply", "--whitespace=nowarn", "a.patch");
    return Files.readString(file);
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    Process git =
        new ProcessBuilder()
            .command(
                java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("git"), java.util.stream.Stream.of(arguments))
                    .toList())
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(said).isZero();
  }
}
