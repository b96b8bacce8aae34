/**
 * What generated code extends and calls. Not an API: it may change with every version, together
 * with the processor of that version.
 *
 * <p>A <i>machine</i> is one run of a template's body. The machine that an outside caller drives is
 * the <i>root</i>; a machine that another machine's body pulls or opens is a <i>child</i>, polled
 * by its parent as a plain method call. Only the root attaches to stages, and only the root needs
 * atomic operations. When the awaited stage completes, the root polls again from the top: each
 * parent re-enters its body at its suspension point and asks its child again, until the machine
 * that awaits takes the outcome.
 */
@NullMarked
package dev.belay.internal;

import org.jspecify.annotations.NullMarked;
