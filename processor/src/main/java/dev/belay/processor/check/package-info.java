/** Rules on attributed trees: mistakes that are reported whether or not anything is generated. */
@NullMarked
package dev.belay.processor.check;

import org.jspecify.annotations.NullMarked;
