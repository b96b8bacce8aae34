/**
 * Belay beside Reactive Streams, the interfaces that R2DBC, Reactor, RxJava and many drivers speak.
 * {@link dev.belay.reactivestreams.Publishers} has all of it.
 */
@NullMarked
package dev.belay.reactivestreams;

import org.jspecify.annotations.NullMarked;
