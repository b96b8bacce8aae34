/**
 * Fault injection: every subject is run once for each place at which the world outside touches it
 * and each fault that can happen there, and again for each failure that can follow a cancel or a
 * close. Whatever happens, each resource that was acquired is released once, the failure is
 * delivered once, and nothing stays pending.
 */
@NullMarked
package dev.belay.faults;

import org.jspecify.annotations.NullMarked;
