package dev.belay.processor.write;

import dev.belay.processor.lower.MachinePlan;
import dev.belay.processor.lower.ir.Accessors;
import dev.belay.processor.model.Companion;
import dev.belay.processor.model.Generated;
import dev.belay.processor.model.MachineFactory;
import dev.belay.processor.model.ResourceScope;
import java.util.List;

/** Prints a class to be generated, whichever kind it is. */
public final class GeneratedWriter {
  private GeneratedWriter() {}

  /**
   * The class.
   *
   * @param plans one machine a template, in the same order
   * @param accessors what the bodies touch and the class cannot name
   * @param called the machines that the bodies of a companion create themselves
   */
  public static SourceText write(
      Generated generated,
      List<MachinePlan> plans,
      Accessors accessors,
      List<MachineFactory> called) {
    return generated instanceof ResourceScope scope
        ? ScopeWriter.write(scope, plans, accessors)
        : CompanionWriter.write((Companion) generated, plans, accessors, called);
  }

  /** The class with the same signatures and nothing behind them. */
  public static SourceText stub(Generated generated) {
    return generated instanceof ResourceScope scope
        ? ScopeWriter.stub(scope)
        : CompanionWriter.stub((Companion) generated);
  }
}
