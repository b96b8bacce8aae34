/**
 * A blog server on Vert.x and R2DBC: what a service looks like that is written with Belay.
 *
 * <p>Read it from the top: {@link dev.belay.samples.BlogServer} is the program, {@link
 * dev.belay.samples.Lifespan} what it opens and closes, {@link dev.belay.samples.PostStream} the
 * endpoint that streams, {@link dev.belay.samples.Posts} the generators that it streams from,
 * {@link dev.belay.samples.Authors} a transaction, {@link dev.belay.samples.WordCounts} work in the
 * background.
 */
@NullMarked
package dev.belay.samples;

import org.jspecify.annotations.NullMarked;
