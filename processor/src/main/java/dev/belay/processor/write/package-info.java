/** Prints models and plans as Java source. Decides nothing. */
@NullMarked
package dev.belay.processor.write;

import org.jspecify.annotations.NullMarked;
