/**
 * Belay's runtime: the annotations that mark templates, the types that their companions use, and
 * the machines that generated code extends.
 */
module dev.belay.runtime {
  requires static org.jspecify;

  exports dev.belay;
  exports dev.belay.internal;

  uses dev.belay.ThreadContext;
  uses dev.belay.UndeliveredFailureHandler;
}
