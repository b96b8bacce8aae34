/**
 * The operators of {@link dev.belay.AsyncIterable}, as machines in the form that the processor
 * would give to the same loops. An operator polls the machine that it reads from, so that a
 * pipeline costs no stages of its own; what is no machine is asked through its public methods.
 */
@NullMarked
package dev.belay.internal.stream;

import org.jspecify.annotations.NullMarked;
