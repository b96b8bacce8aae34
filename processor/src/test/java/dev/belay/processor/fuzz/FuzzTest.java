package dev.belay.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/**
 * Random programs behave like Java: with stages that are complete, complete later or on another
 * thread, with every stage failing, and left at every element and every await.
 *
 * <p>{@code -Dbelay.fuzz.count=n} makes n programs, {@code -Dbelay.fuzz.seed=s} others than usual,
 * {@code -Dbelay.fuzz.minutes=m} stops after that time; {@code -Pnightly} sets them. A fault names
 * its seed: with it, and a count of 1, there is only that program.
 */
class FuzzTest {
  private static final int COUNT = Integer.getInteger("belay.fuzz.count", 2000);
  private static final long SEED = Long.getLong("belay.fuzz.seed", 1);

  /** How many have private classes besides; their seeds begin at {@link Fuzzed#PRIVATES}. */
  private static final int PRIVATES = Integer.getInteger("belay.fuzz.private", 400);

  private static final int MINUTES = Integer.getInteger("belay.fuzz.minutes", 30);

  /** After so many, the rest would be more of the same. */
  private static final int SHOWN = Integer.getInteger("belay.shown", 3);

  @Test
  void B1_randomProgramsBehaveLikeJava() throws InterruptedException, ExecutionException {
    behaveLikeJava(SEED, COUNT);
  }

  /** Whoever asks for a seed has all that it means in the other test. */
  @Test
  void B38_randomProgramsWithPrivateClassesBehaveLikeJava()
      throws InterruptedException, ExecutionException {
    assumeTrue(System.getProperty("belay.fuzz.seed") == null, "a seed was asked for");
    behaveLikeJava(Fuzzed.PRIVATES, PRIVATES);
  }

  @Test
  void B38_randomProgramsWithTypeArgumentsOfPrivateClassesBehaveLikeJava()
      throws InterruptedException, ExecutionException {
    assumeTrue(System.getProperty("belay.fuzz.seed") == null, "a seed was asked for");
    behaveLikeJava(Fuzzed.ARGUMENTS, PRIVATES);
  }

  @Test
  void B38_randomProgramsThatAssignWhatPatternsBindBehaveLikeJava()
      throws InterruptedException, ExecutionException {
    assumeTrue(System.getProperty("belay.fuzz.seed") == null, "a seed was asked for");
    behaveLikeJava(Fuzzed.BINDINGS, PRIVATES);
  }

  private static void behaveLikeJava(long seed, int count)
      throws InterruptedException, ExecutionException {
    Instant end = Instant.now().plus(Duration.ofMinutes(MINUTES));
    Campaign campaign = new Campaign(seed, count, end, SHOWN);
    campaign.run();
    int made = campaign.made();
    Map<Verdict.Kind, Integer> counts = campaign.counts();
    System.out.printf(
        "fuzz: %d programs from seed %d, of %d in %d minutes: %s%n",
        made, seed, count, MINUTES, counts);
    List<String> faults = campaign.faults().stream().map(FuzzTest::shown).toList();
    assertThat(faults).isEmpty();
    assertThat(made).isPositive();
    assertThat(counts.getOrDefault(Verdict.Kind.REFUSED, 0)).isLessThan(1 + made / 10);
    assertThat(counts.getOrDefault(Verdict.Kind.CRASH, 0)).isLessThan(3 + made / 100);
  }

  private static String shown(Campaign.Fault fault) {
    Fuzzed program = fault.program();
    Verdict verdict = fault.verdict();
    System.out.println("fuzz: seed " + program.seed() + ": " + verdict);
    Fuzzed smallest = program;
    Verdict last = verdict;
    if (verdict.kind() != Verdict.Kind.INVALID) {
      smallest = Shrinker.shrink(program, verdict.symptom());
      last = smallest.equals(program) ? verdict : Batch.judge(smallest);
    }
    return "seed %d: %s%n%s%n%s"
        .formatted(
            program.seed(),
            last.kind(),
            Indented.text(Sheet.of(program.name(), smallest).source().text()),
            last.details());
  }
}
