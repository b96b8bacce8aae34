package dev.belay.faults;

import dev.belay.UndeliveredFailureHandler;
import java.util.ArrayList;
import java.util.List;

/** Keeps what the test's own thread was told; the service of all tests of this module. */
public final class UndeliveredFailures implements UndeliveredFailureHandler {
  private static final ThreadLocal<List<Throwable>> TOLD = ThreadLocal.withInitial(ArrayList::new);

  @Override
  public void undelivered(Throwable failure) {
    TOLD.get().add(failure);
  }

  /** What this thread has been told since it last asked. */
  public static List<Throwable> taken() {
    List<Throwable> told = TOLD.get();
    TOLD.remove();
    return told;
  }
}
