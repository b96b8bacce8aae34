package dev.belay.processor.check.resource;

/**
 * A way to release a resource.
 *
 * @param method the method's name
 * @param kind what the caller gets
 */
public record Release(String method, Kind kind) {
  /** How a caller learns that a release is done. */
  public enum Kind {
    /** The returned stage or future completes. */
    EAGER,
    /** The returned publisher completes, and nothing happens before it is subscribed. */
    LAZY,
    /** The call returns. */
    BLOCKING,
    /** Not at all. */
    STARTS
  }
}
