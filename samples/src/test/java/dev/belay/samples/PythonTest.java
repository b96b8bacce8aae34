package dev.belay.samples;

import static dev.belay.Async.using;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.belay.AsyncMethod;
import io.r2dbc.spi.Connection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/**
 * The small programs print, line by line, what their models in Python have printed; and where there
 * is a Python, what they print now.
 */
class PythonTest {
  private static final Path MODELS = Path.of("src/test/resources/dev/belay/samples/tutorial");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @ParameterizedTest
  @ValueSource(strings = {"timer", "number_range", "transaction", "pipeline"})
  void printsWhatPythonHasPrinted(String program) throws IOException {
    VirtualLoop loop = new VirtualLoop();
    CompletableFuture<Void> ended = start(program, loop);
    loop.run();

    assertThat(ended).isCompleted();
    assertThat(lines(printed.toString(StandardCharsets.UTF_8))).isEqualTo(stored(program));
  }

  private CompletableFuture<Void> start(String program, Loop loop) {
    return switch (program) {
      case "timer" -> TimerAsync.query(loop, out);
      case "number_range" -> NumberRangeAsync.print(loop, out);
      case "transaction" -> PythonTestAsync.transactions(out);
      default -> PipelineAsync.run(new Pipeline(loop, out), 10);
    };
  }

  @AsyncMethod
  static void transactions(PrintStream out) {
    Connection connection = printing(out);
    {
      using(TransactionScope.of(connection));
      out.println("in the block");
    }
    try {
      using(TransactionScope.of(connection));
      out.println("in the block");
      throw new IllegalArgumentException("no");
    } catch (IllegalArgumentException e) {
      out.println("failed: " + e.getMessage());
    }
  }

  /** A connection that says what it is asked to do. */
  private static Connection printing(PrintStream out) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) ->
                Mono.fromRunnable(() -> out.println(method.getName().replace("Transaction", ""))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"timer", "number_range", "transaction", "pipeline"})
  void whatIsStoredIsWhatPythonPrints(String program) throws Exception {
    assumeTrue(isThere("python3"), "python3 is not installed");
    Process python = python("python3", MODELS.resolve(program + ".py").toString());
    String output = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(python.waitFor()).as(output).isZero();
    assertThat(lines(output)).isEqualTo(stored(program));
  }

  private static boolean isThere(String command) throws InterruptedException {
    try {
      return python(command, "--version").waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Process python(String... command) throws IOException {
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static List<String> stored(String program) throws IOException {
    return lines(Files.readString(MODELS.resolve(program + ".txt")));
  }

  /** No two runs take the same time. */
  private static List<String> lines(String output) {
    return output.lines().map(line -> line.replaceAll("\\d+\\.\\d{3}s", "#.###s")).toList();
  }
}
