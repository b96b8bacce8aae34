package dev.belay.processor.behaviour.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** A template that is being run natively, and what has become of the consumer's interruption. */
final class Body {
  /** A generator returns when it is closed; all others throw a CancellationException. */
  final boolean generator;

  /** The body that the consumer holds, this one or the one that pulled or opened it. */
  final Body root;

  /** Of a root: how many releases it is inside of, which are not interrupted. */
  int shields;

  /** Of a root: that it is to be interrupted at the next await. */
  boolean requested;

  /** Of a root: that it is being closed. */
  boolean closing;

  /** Whether this body has been closed already, or began later. */
  boolean told;

  /** Those in its loops and scopes; some have ended. */
  private final List<Body> children = new ArrayList<>();

  private Body(boolean generator, Body root) {
    this.generator = generator;
    this.root = root == null ? this : root;
    this.told = this.root.closing;
  }

  static Body root(boolean generator) {
    return new Body(generator, null);
  }

  /** A body in a loop or a scope of this one. */
  Body child(boolean isGenerator) {
    Body child = new Body(isGenerator, root);
    children.add(child);
    return child;
  }

  /** The consumer gives up, and the body is told so by what the result throws. */
  RuntimeException interrupted() {
    root.requested = false;
    root.closing = root.generator;
    told = root.generator;
    if (told) {
      children.forEach(Body::leaveAlone);
    }
    throw Failure.thrown(root.generator && generator ? new Closing() : new CancellationException());
  }

  /**
   * A close is for those who wait, and for nobody who stands at a yield while another one waits.
   */
  private void leaveAlone() {
    told = true;
    children.forEach(Body::leaveAlone);
  }
}
