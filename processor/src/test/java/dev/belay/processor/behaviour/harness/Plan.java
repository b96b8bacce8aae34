package dev.belay.processor.behaviour.harness;

/**
 * What happens to a case from outside.
 *
 * @param timing when its stages complete
 * @param failingStage the number of the stage that fails, counted from 1; 0 for none
 * @param leaveAtYield after which element a generator is closed, or at which one a conversation
 *     raises or the use of a resource fails; 0 for none
 * @param interruptAtStep before which completion of a stage the consumer closes the generator, or
 *     cancels; 0 for never
 */
public record Plan(Timing timing, int failingStage, int leaveAtYield, int interruptAtStep) {
  public static final Plan DIRECT = new Plan(Timing.DONE, 0, 0, 0);

  Plan timed(Timing other) {
    return new Plan(other, failingStage, leaveAtYield, interruptAtStep);
  }

  Plan failing(int stage) {
    return new Plan(timing, stage, leaveAtYield, interruptAtStep);
  }

  Plan leaving(int yield) {
    return new Plan(timing, failingStage, yield, interruptAtStep);
  }

  Plan interrupted(int step) {
    return new Plan(timing, failingStage, leaveAtYield, step);
  }

  @Override
  public String toString() {
    return "stages "
        + timing
        + (failingStage == 0 ? "" : ", stage " + failingStage + " fails")
        + (leaveAtYield == 0 ? "" : ", left at element " + leaveAtYield)
        + (interruptAtStep == 0 ? "" : ", interrupted before completion " + interruptAtStep);
  }
}
