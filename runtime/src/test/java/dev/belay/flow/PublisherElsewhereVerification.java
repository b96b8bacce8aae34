package dev.belay.flow;

import java.util.concurrent.Flow.Publisher;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;

/** A generator whose elements are completed by another thread. */
public final class PublisherElsewhereVerification extends FlowPublisherVerification<Long> {

  public PublisherElsewhereVerification() {
    super(new TestEnvironment(5_000, 50));
  }

  @Override
  public Publisher<Long> createFlowPublisher(long elements) {
    return Counting.elsewhereUpTo(elements).toPublisher();
  }

  /** A generator fails when it is asked, and never before. */
  @Override
  public Publisher<Long> createFailedFlowPublisher() {
    return null;
  }
}
