package dev.belay.maven;

import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.util.function.IntConsumer;

/** Counts the classes that javac has attributed, and says so every now and then. */
final class Progress implements TaskListener {
  private static final int STEP = 500;

  private final IntConsumer said;
  private int classes;

  Progress(IntConsumer said) {
    this.said = said;
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.ANALYZE && ++classes % STEP == 0) {
      said.accept(classes);
    }
  }
}
