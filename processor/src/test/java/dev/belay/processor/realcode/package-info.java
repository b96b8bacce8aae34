/**
 * Proves the compiler on code that others wrote.
 *
 * <p>The static methods of a published class are turned into templates, in which random
 * subexpressions are awaited; they are compiled, called beside the originals with many arguments,
 * and must compute the same. Of whole libraries every method is compiled as a template beside
 * itself, and nothing runs.
 */
package dev.belay.processor.realcode;
