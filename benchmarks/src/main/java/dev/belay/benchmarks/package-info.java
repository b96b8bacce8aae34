/**
 * Belay beside what an expert writes by hand and beside its peers.
 *
 * <p>Each benchmark class is one workload. In it every method does the same work, adds up the same
 * numbers, and gives the sum, which a set-up method compares with the others' before anything is
 * measured.
 */
@NullMarked
package dev.belay.benchmarks;

import org.jspecify.annotations.NullMarked;
