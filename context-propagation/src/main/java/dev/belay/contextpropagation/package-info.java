/**
 * Micrometer's context propagation for bodies. It needs {@code io.micrometer:context-propagation},
 * which whoever uses it brings along.
 */
@NullMarked
package dev.belay.contextpropagation;

import org.jspecify.annotations.NullMarked;
