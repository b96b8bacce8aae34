package dev.belay.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.testng.ITestListener;
import org.testng.ITestResult;
import org.testng.TestNG;

/** What a compiled generator publishes follows the Reactive Streams specification. */
class CompiledPublisherTest {

  @Test
  void passesTheTckAsTheHandWrittenMachineDoes() throws Throwable {
    Results results = new Results(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    TestNG tests = new TestNG(false);
    tests.setVerbose(0);
    tests.setTestClasses(new Class<?>[] {CompiledPublisher.class});
    tests.addListener(results);
    tests.run();

    if (!results.failures().isEmpty()) {
      throw results.failures().get(0);
    }
    // As docs/verification.md says and explains.
    assertThat(results.passed()).hasSize(29);
    assertThat(results.skipped()).hasSize(9);
  }

  private record Results(List<String> passed, List<String> skipped, List<Throwable> failures)
      implements ITestListener {

    @Override
    public void onTestSuccess(ITestResult result) {
      passed.add(result.getName());
    }

    @Override
    public void onTestSkipped(ITestResult result) {
      skipped.add(result.getName());
    }

    @Override
    public void onTestFailure(ITestResult result) {
      failures.add(result.getThrowable());
    }
  }
}
