/** Finds templates, judges their declarations, and takes each through the compiler. */
@NullMarked
package dev.belay.processor.declare;

import org.jspecify.annotations.NullMarked;
