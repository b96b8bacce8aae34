/** A real registry of Micrometer's, and what bodies see of it. */
@NullMarked
package dev.belay.contextpropagation;

import org.jspecify.annotations.NullMarked;
