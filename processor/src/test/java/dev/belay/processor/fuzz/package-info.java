/**
 * Proves the compiler on programs that nobody thought of.
 *
 * <p>A {@link dev.belay.processor.fuzz.Fuzzed program} is a tree of Java text, grown at random from
 * a seed so that javac accepts it. Many are compiled at once, by the processor and as they stand,
 * and behave alike in every run, or are refused for a {@link dev.belay.processor.fuzz.KnownRefusals
 * known reason}. One that does not is made smaller, by taking things out of its tree, as long as it
 * still shows the fault.
 */
package dev.belay.processor.fuzz;
