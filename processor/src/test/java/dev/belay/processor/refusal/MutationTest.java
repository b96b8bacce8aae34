package dev.belay.processor.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is typed, Belay never fails on it, never blames its own code, and never makes what is
 * right for javac wrong without saying why.
 *
 * <p>{@code -Dbelay.mutations=n} tries n variants of each source, {@code -Dbelay.seed=s} others.
 */
class MutationTest {
  private static final int COUNT = Integer.getInteger("belay.mutations", 40);
  private static final long SEED = Long.getLong("belay.seed", 1);
  private static final int SHOWN = Integer.getInteger("belay.shown", 3);

  private static Judge judge;

  @BeforeAll
  static void open() {
    judge = new Judge();
  }

  @AfterAll
  static void close() throws IOException {
    judge.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pages", "Sessions", "Choices"})
  void spoiledSources(String name) throws IOException {
    String text = text(name);
    Tokens tokens = new Tokens(text);
    Random random = new Random(SEED);
    List<String> complaints = new ArrayList<>();
    complain(name, "as it is", text, complaints);
    for (int i = 0; i < COUNT && complaints.size() < SHOWN; i++) {
      complain(name, "variant " + i + " of seed " + SEED, tokens.spoiled(random), complaints);
    }
    assertThat(complaints).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pages", "Sessions", "Choices"})
  void truncatedSources(String name) throws IOException {
    Tokens tokens = new Tokens(text(name));
    int step = Math.max(1, tokens.size() * 2 / COUNT);
    List<String> complaints = new ArrayList<>();
    for (int i = 0; i < tokens.size() && complaints.size() < SHOWN; i += step) {
      complain(name, "up to token " + i, tokens.truncated(i), complaints);
    }
    assertThat(complaints).isEmpty();
  }

  private static String text(String name) throws IOException {
    try (var in = MutationTest.class.getResourceAsStream(name + ".java")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void complain(String name, String what, String text, List<String> complaints) {
    String complaint = judge.complaint("t/" + name + ".java", what, text);
    if (!complaint.isEmpty()) {
      complaints.add(complaint);
    }
  }
}
