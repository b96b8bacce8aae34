/** Draws machines: a function from a chart to the text of a picture. */
@NullMarked
package dev.belay.processor.draw;

import org.jspecify.annotations.NullMarked;
