/**
 * The checker: runs rules on javac's own attributed trees, one walk over each class for all of
 * them.
 *
 * <p>Wiring and reporting are here; {@code spi} is what rules are written against, {@code rule} has
 * one rule a file, {@code resource} knows what a resource is, {@code catalog} what libraries'
 * signatures do not tell, and {@code match} the predicates that rules share.
 */
@NullMarked
package dev.belay.processor.check;

import org.jspecify.annotations.NullMarked;
