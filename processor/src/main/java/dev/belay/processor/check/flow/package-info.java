/** Follows values through one method body. */
@NullMarked
package dev.belay.processor.check.flow;

import org.jspecify.annotations.NullMarked;
