package dev.belay.flow;

import java.util.concurrent.Flow.Publisher;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;

/** A generator whose elements are there when they are asked for. */
public final class PublisherVerification extends FlowPublisherVerification<Long> {

  public PublisherVerification() {
    super(new TestEnvironment(5_000, 50));
  }

  @Override
  public Publisher<Long> createFlowPublisher(long elements) {
    return Counting.upTo(elements).toPublisher();
  }

  /** A generator fails when it is asked, and never before. */
  @Override
  public Publisher<Long> createFailedFlowPublisher() {
    return null;
  }
}
