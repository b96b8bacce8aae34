/**
 * Compares what the compiler makes of a template with the template itself.
 *
 * <p>A <i>case</i> is a template whose name begins with a clause, in a file of {@code
 * src/test/resources/cases}. It is compiled twice: by {@link Compiler#machines with the processor},
 * and {@link Compiler#natively as it stands}, against a fixture whose {@code Async} blocks. A
 * {@link Plan} says when stages complete, which one fails, and when the consumer gives up; a {@link
 * Run} of the plan records what can be observed. {@link Differential} makes both runs of every plan
 * that fits a case, and their traces must be equal.
 */
package dev.belay.processor.behaviour.harness;
