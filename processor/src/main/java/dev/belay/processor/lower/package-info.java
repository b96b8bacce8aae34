/** The passes: plain functions from one form of a body to the next, testable without a compiler. */
@NullMarked
package dev.belay.processor.lower;

import org.jspecify.annotations.NullMarked;
