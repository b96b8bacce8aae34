package dev.belay.contextpropagation;

import dev.belay.ThreadContext;
import dev.belay.UndeliveredFailureHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A second service, installed beside Micrometer's, which carries nothing and can be told where to
 * fail; and it hears of what services throw.
 */
public final class Faulty implements ThreadContext, UndeliveredFailureHandler {
  private static final ThreadLocal<@Nullable Place> FAILS = new ThreadLocal<>();
  private static final List<String> TOLD = new CopyOnWriteArrayList<>();

  enum Place {
    CAPTURE,
    RESTORE,
    PUT_BACK
  }

  /** From here on, what this thread captures is faulty. */
  static void failAt(Place place) {
    FAILS.set(place);
  }

  /** What has been thrown since this was last asked, and no longer is. */
  static List<String> told() {
    FAILS.remove();
    List<String> told = List.copyOf(TOLD);
    TOLD.clear();
    return told;
  }

  @Override
  public Supplier<Runnable> capture() {
    Place fails = FAILS.get();
    throwAt(Place.CAPTURE, fails);
    return () -> {
      throwAt(Place.RESTORE, fails);
      return () -> throwAt(Place.PUT_BACK, fails);
    };
  }

  private static void throwAt(Place here, @Nullable Place fails) {
    if (here == fails) {
      throw new IllegalStateException("fails at " + here);
    }
  }

  @Override
  public void undelivered(Throwable failure) {
    TOLD.add(String.valueOf(failure.getMessage()));
  }
}
