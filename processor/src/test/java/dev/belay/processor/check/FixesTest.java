package dev.belay.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.BelayProcessor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code -Abelay.fixes=patch} writes: Git takes it, the code compiles, nothing is found. */
class FixesTest {
  private Path directory;

  @BeforeEach
  void makeDirectory() throws IOException {
    // paths in a patch are relative to where the compiler was started, so it is below that
    directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "fixes");
  }

  @AfterEach
  void deleteDirectory() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** A rule that offers corrections is mended here, in a test that has the rule's name. */
  @Test
  void everyRuleWithCorrectionsIsHere() throws IOException {
    Path rules = Path.of("src/main/java/dev/belay/processor/check/rule");
    List<String> correcting = new ArrayList<>();
    try (Stream<Path> files = Files.list(rules)) {
      for (Path file : files.sorted().toList()) {
        if (Files.readString(file).contains("fixedBy(")) {
          correcting.add(file.getFileName().toString().replace(".java", ""));
        }
      }
    }
    assertThat(correcting)
        .isNotEmpty()
        .isSubsetOf(
            Stream.of(FixesTest.class.getDeclaredMethods())
                .filter(test -> test.isAnnotationPresent(Test.class))
                .map(
                    test ->
                        test.getName().substring(0, 1).toUpperCase(Locale.ROOT)
                            + test.getName().substring(1))
                .toList());
  }

  @Test
  void missingAwait() throws Exception {
    assertThat(
            mended(
                "MissingAwait",
                """
                interface Box { CompletionStage<Void> save(String text); Box part(); }
                @AsyncMethod static void f(Box box) {
                  box.save("a")
                      .thenRun(() -> System.out.println("saved"));
                  if (box.part() != null) box.part().save("b");
                  for (int i = 0; i < 2; i++) { box.save("c" + i); }
                  try { box.save("d"); } finally { box.save("e"); }
                  switch (box.hashCode()) {
                    case 1 -> box.save("f");
                    default -> {}
                  }
                }
                """))
        .contains("dev.belay.Async.await(box.part().save(\"b\"));");
  }

  @Test
  void blockingInBody() throws Exception {
    assertThat(
            mended(
                "BlockingInBody",
                """
                interface Box { CompletableFuture<String> read(); CompletionStage<Integer> size(); }
                @AsyncMethod static String f(Box box) {
                  String text = box.read().join().strip();
                  int size = box.size().toCompletableFuture().join() + 1;
                  System.out.println((box.read()).join());
                  return text + size + box.read()
                      .thenApply(String::strip)
                      .join();
                }
                """))
        .contains("String text = dev.belay.Async.await(box.read()).strip();");
  }

  @Test
  void releaseSkippedOnCancel() throws Exception {
    assertThat(
            mended(
                "ReleaseSkippedOnCancel",
                """
                static CompletableFuture<String> f(CompletableFuture<String> work, Semaphore permits) {
                  return work.whenComplete((value, failure) -> permits.release());
                }
                static CompletableFuture<? extends Number> g(
                    CompletableFuture<? extends Number> work, java.io.Reader reader) {
                  return work.whenCompleteAsync(
                      (value, failure) -> {
                        try { reader.close(); } catch (java.io.IOException e) { throw new IllegalStateException(e); }
                      });
                }
                static void h(CompletableFuture<Integer> work, java.io.Reader reader) {
                  g(work, reader).cancel(true);
                }
                """))
        .contains("permits.release()).thenApply(it -> it);");
  }

  /** A correction that would not compile is not offered; the finding stays. */
  @Test
  void whereAwaitCannotStand() throws Exception {
    assertThat(
            patch(
                """
                interface Box { CompletableFuture<Void> save(); }
                @AsyncMethod static void f(Box dev) { dev.save(); dev.save().join(); }
                @AsyncMethod static void g(Box box) {
                  synchronized (box) { box.save(); box.save().join(); }
                }
                """))
        .isEmpty();
  }

  private String mended(String rule, String members) throws Exception {
    List<String> before = compile(source(members), "-Abelay.fixes=patch");
    assertThat(before).isNotEmpty().allSatisfy(it -> assertThat(it).startsWith("[" + rule + "] "));
    git("apply", directory.resolve("classes.patch").toString());
    String after = Files.readString(directory.resolve("Users.java"));
    assertThat(after).isNotEqualTo(source(members));
    assertThat(compile(after)).isEmpty();
    return after;
  }

  private String patch(String members) throws Exception {
    assertThat(compile(source(members), "-Abelay.fixes=patch")).isNotEmpty();
    Path patch = directory.resolve("classes.patch");
    return Files.exists(patch) ? Files.readString(patch) : "";
  }

  private static String source(String members) {
    return "import dev.belay.*;\nimport java.util.concurrent.*;\n\nclass Users {\n"
        + members
        + "}\n";
  }

  /** The first lines of all errors and warnings. */
  private List<String> compile(String source, String... options) throws IOException {
    Path file = Files.writeString(directory.resolve("Users.java"), source);
    Path classes = Files.createDirectories(directory.resolve("classes"));
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    List<String> all =
        new ArrayList<>(
            List.of("-d", classes.toString(), "-Abelay.report.dir=" + directory.toAbsolutePath()));
    all.addAll(List.of(options));
    try (StandardJavaFileManager files = javac.getStandardFileManager(said, null, null)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(null, files, said, all, null, files.getJavaFileObjects(file));
      task.setProcessors(List.of(new BelayProcessor()));
      task.call();
    }
    return said.getDiagnostics().stream()
        .filter(it -> it.getKind() != Diagnostic.Kind.NOTE)
        .map(it -> it.getMessage(Locale.ROOT).lines().findFirst().orElse(""))
        .filter(it -> !it.contains("Cannot find annotation method"))
        .toList();
  }

  private static void git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // not the repository of this project: Git would take the paths as relative to its root
    builder
        .environment()
        .put("GIT_CEILING_DIRECTORIES", Path.of("").toAbsolutePath().getParent().toString());
    Process git = builder.start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(said).isZero();
  }
}
