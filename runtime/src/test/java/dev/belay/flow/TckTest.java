package dev.belay.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The Reactive Streams TCK; its tests are named after the rules of that specification. How many of
 * them were run, and how many skipped, is what the page says.
 */
class TckTest {
  private static final Path PAGE = Path.of("../docs/verification.md");

  @TestFactory
  Stream<DynamicTest> aGeneratorAsPublisher() {
    return counted("a generator as publisher", PublisherVerification.class);
  }

  @TestFactory
  Stream<DynamicTest> aGeneratorThatIsCompletedElsewhereAsPublisher() {
    return counted(
        "the same, its elements coming from other threads", PublisherElsewhereVerification.class);
  }

  @TestFactory
  Stream<DynamicTest> theSubscriberFromOutside() {
    return counted("our subscriber, from outside", SubscriberBlackboxVerification.class);
  }

  @TestFactory
  Stream<DynamicTest> theSubscriberFromInside() {
    return counted("our subscriber, from inside", SubscriberWhiteboxVerification.class);
  }

  private static Stream<DynamicTest> counted(String subject, Class<?> verification) {
    Tck tck = Tck.of(verification);
    return Stream.concat(
        tck.tests(),
        Stream.of(
            DynamicTest.dynamicTest(
                "what does not apply is explained on the page",
                () ->
                    assertThat(tck.names(Tck.Outcome.NOT_APPLICABLE))
                        .allMatch(Files.readString(PAGE)::contains)),
            DynamicTest.dynamicTest(
                "the counts on the page",
                () ->
                    assertThat(Files.readAllLines(PAGE))
                        .contains(
                            "| %s | %d | %d | %d |"
                                .formatted(
                                    subject,
                                    tck.names(Tck.Outcome.PASSED).size(),
                                    tck.names(Tck.Outcome.UNTESTABLE).size(),
                                    tck.names(Tck.Outcome.NOT_APPLICABLE).size())))));
  }
}
