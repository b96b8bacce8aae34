package dev.belay.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.testng.ITestListener;
import org.testng.ITestResult;
import org.testng.TestNG;

/** A run of a verification of the Reactive Streams TCK, which is written for TestNG. */
final class Tck implements ITestListener {
  private final List<Result> results = new ArrayList<>();

  enum Outcome {
    PASSED,
    FAILED,

    /** A rule that the TCK names but cannot verify. */
    UNTESTABLE,

    /** A rule for something that the subject does not do. */
    NOT_APPLICABLE
  }

  private record Result(String name, Outcome outcome, Throwable thrown) {

    DynamicTest test() {
      return DynamicTest.dynamicTest(
          name,
          () -> {
            if (outcome == Outcome.FAILED) {
              throw thrown;
            }
            Assumptions.assumeTrue(outcome == Outcome.PASSED, () -> thrown.getMessage());
          });
    }
  }

  private Tck() {}

  static Tck of(Class<?> verification) {
    Tck tck = new Tck();
    TestNG tests = new TestNG(false);
    tests.setVerbose(0);
    tests.setTestClasses(new Class<?>[] {verification});
    tests.addListener(tck);
    tests.run();
    return tck;
  }

  /** What happened, as tests of JUnit. */
  Stream<DynamicTest> tests() {
    return results.stream().map(Result::test);
  }

  List<String> names(Outcome outcome) {
    return results.stream()
        .filter(result -> result.outcome() == outcome)
        .map(Result::name)
        .sorted()
        .toList();
  }

  @Override
  public void onTestSuccess(ITestResult result) {
    add(result, Outcome.PASSED);
  }

  @Override
  public void onTestFailure(ITestResult result) {
    add(result, Outcome.FAILED);
  }

  @Override
  public void onTestSkipped(ITestResult result) {
    boolean untestable = result.getName().startsWith("untested_");
    add(result, untestable ? Outcome.UNTESTABLE : Outcome.NOT_APPLICABLE);
  }

  private void add(ITestResult result, Outcome outcome) {
    results.add(new Result(result.getName(), outcome, result.getThrowable()));
  }
}
