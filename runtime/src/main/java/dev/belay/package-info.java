/**
 * Asynchronous resources, generators and methods on {@link java.util.concurrent.CompletionStage}.
 *
 * <p>A method annotated with {@link dev.belay.AsyncMethod}, {@link dev.belay.AsyncGenerator} or
 * {@link dev.belay.AsyncResource} is a <i>template</i>: Belay's annotation processor compiles its
 * body into a state machine and generates a <i>companion</i>, the class that callers use. {@link
 * dev.belay.Async} holds what a body may call.
 *
 * <p>Rules that hold for every type here, unless its documentation says otherwise:
 *
 * <ul>
 *   <li>No operation blocks, and none throws what belongs in the returned stage (A15).
 *   <li>A body runs on the thread that asks for its first step and goes on, on the thread that
 *       completes the stage it awaits (H11). At most one thread runs a given body (H2).
 *   <li>Failures arrive unwrapped, as the object that the stage failed with (H14, H15).
 *   <li>A parameter that is not marked {@code @Nullable} must not be null.
 * </ul>
 *
 * <p>The system property {@code dev.belay.leaks}, {@code off} by default, makes it known if an
 * iterator that was started or a resource that was opened is lost without having been closed: with
 * {@code all} every one is watched, with a number n one in n. Each is logged once, as a warning to
 * the {@link System.Logger} {@code dev.belay.leaks}, with the place it comes from (A37).
 *
 * <p>Clauses such as A21 are numbers of the semantics that the library implements; the tests are
 * named after them.
 */
@NullMarked
package dev.belay;

import org.jspecify.annotations.NullMarked;
