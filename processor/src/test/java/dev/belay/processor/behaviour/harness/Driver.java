package dev.belay.processor.behaviour.harness;

import java.util.List;

/** Runs a case as its consumer. */
abstract class Driver {
  /** A generator that goes on for longer is closed. */
  static final int ENOUGH = 1000;

  final Case template;
  final Run run;
  final ClassLoader loader;

  Driver(Case template, ClassLoader loader, Run run) {
    this.template = template;
    this.run = run;
    this.loader = loader;
  }

  /** What happened. */
  final List<String> trace() {
    switch (template.kind()) {
      case GENERATOR -> generator();
      case CONVERSATION -> conversation();
      case RESOURCE -> resource();
      case METHOD -> method();
    }
    return run.trace();
  }

  abstract void generator();

  abstract void conversation();

  abstract void resource();

  abstract void method();

  /** Whether the element that was just yielded is the last that the consumer takes. */
  final boolean leavesHere() {
    return run.yields() == run.plan().leaveAtYield() || run.yields() == ENOUGH;
  }

  /** What a conversation answers to its latest element. */
  final String answer() {
    return "answer " + run.yields();
  }

  /** What the use of a resource fails with; null if it does not. */
  final Throwable useFailure() {
    return run.plan().leaveAtYield() > 0 ? new Failure("use") : null;
  }
}
