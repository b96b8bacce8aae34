/** Between {@link dev.belay.AsyncIterable} and {@link java.util.concurrent.Flow}, both ways. */
@NullMarked
package dev.belay.internal.flow;

import org.jspecify.annotations.NullMarked;
