package dev.belay.processor.realcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Methods of published libraries, with awaits in them, compile and compute what they did.
 *
 * <p>{@code -Dbelay.realcode=all} takes all classes instead of one in six, {@code -Dbelay.seed=s}
 * awaits in other places; {@code -Pnightly} takes all.
 */
class RealCodeTest {
  private static final boolean ALL = "all".equals(System.getProperty("belay.realcode"));
  private static final long SEED = Long.getLong("belay.seed", 1);
  private static final int CALLS = Integer.getInteger("belay.realcode.calls", 40);

  /** A call that does not end must not keep the build from ending. */
  private static final Duration HANGS = Duration.ofMinutes(ALL ? 60 : 10);

  /** Private methods that never end for arguments which their own class does not give them. */
  private static final Set<String> ENDLESS = Set.of("gcdPositive");

  @TestFactory
  Stream<DynamicTest> C22_realMethodsComputeTheSame() {
    return Stream.of(Library.LANG, Library.MATH)
        .map(
            library ->
                DynamicTest.dynamicTest(
                    library.name(),
                    () ->
                        assertThat(assertTimeoutPreemptively(HANGS, () -> faults(library)))
                            .isEmpty()));
  }

  private static List<String> faults(Library library) throws ReflectiveOperationException {
    List<String> faults = new ArrayList<>();
    Map<String, Integer> reasons = new TreeMap<>();
    int templates = 0;
    int spoiled = 0;
    int called = 0;
    int calls = 0;
    for (int i = 0; i < library.classes().size(); i += ALL ? 1 : 6) {
      String className = library.classes().get(i);
      Compiled compiled =
          Compiled.of(Unit.of(className, Library.source(className)), className, SEED);
      faults.addAll(compiled.broken());
      compiled
          .refused()
          .values()
          .forEach(message -> reasons.merge(message.lines().findFirst().get(), 1, Integer::sum));
      templates += compiled.source().bodies().size() + compiled.refused().size();
      spoiled += compiled.spoiled().size();
      if (!compiled.broken().isEmpty()) {
        continue;
      }
      ClassLoader loader = compiled.load();
      Class<?> original = loader.loadClass(className);
      Class<?> companion = loader.loadClass(compiled.source().className() + "Async");
      for (Map.Entry<String, Rewritten.Body> body : compiled.source().bodies().entrySet()) {
        int made = compare(original, companion, body.getKey(), body.getValue(), faults);
        calls += made;
        called += made > 0 ? 1 : 0;
      }
    }
    int refused = reasons.values().stream().mapToInt(n -> n).sum();
    System.out.printf(
        "%s, seed %d: %d bodies, %d refused %s, %d called, %d calls; javac refused %d more%n",
        library.name(), SEED, templates, refused, reasons, called, calls, spoiled);
    reasons.keySet().stream()
        .filter(reason -> !reason.matches("\\[(Unsupported|PrivateType|InaccessibleType)] .*"))
        .forEach(reason -> faults.add("refused: " + reason));
    if (refused * 10 >= templates) {
      faults.add("%d of %d refused".formatted(refused, templates));
    }
    if (called <= 20) {
      faults.add("only %d called".formatted(called));
    }
    return faults;
  }

  /** How many calls were compared; none if there are no arguments of the types. */
  private static int compare(
      Class<?> original,
      Class<?> companion,
      String name,
      Rewritten.Body body,
      List<String> faults) {
    Method machine =
        Arrays.stream(companion.getDeclaredMethods())
            .filter(method -> method.getName().equals(name))
            .findFirst()
            .orElseThrow();
    Class<?>[] types = machine.getParameterTypes();
    Method method =
        Arrays.stream(original.getDeclaredMethods())
            .filter(each -> each.getName().equals(body.original()))
            .filter(each -> Arrays.equals(each.getParameterTypes(), types))
            .findFirst()
            .orElse(null);
    if (method == null || !Inputs.exist(types) || !isComparable(method)) {
      return 0;
    }
    machine.setAccessible(true);
    method.setAccessible(true);
    for (int i = 0; i < CALLS; i++) {
      long seed = SEED + i;
      Outcome expected = Outcome.of(method, Inputs.of(types, new Random(seed)));
      Outcome actual = Outcome.of(machine, Inputs.of(types, new Random(seed)));
      if (!actual.equals(expected)) {
        faults.add(
            "%s %s: %s instead of %s".formatted(name, method, actual.text(), expected.text()));
        break;
      }
    }
    return CALLS;
  }

  /** What has no identity in its text, and is the same whoever computes it. */
  private static boolean isComparable(Method method) {
    Class<?> type = method.getReturnType();
    Class<?> element = type.isArray() ? type.getComponentType() : type;
    return Modifier.isStatic(method.getModifiers())
        && !ENDLESS.contains(method.getName())
        && !method.getName().equals("main") // writes tables, for minutes
        && !method.getName().contains("random")
        && !method.getName().contains("shuffle")
        && (type == void.class
            || Inputs.exist(element)
            || element.getName().startsWith("java.lang."));
  }
}
