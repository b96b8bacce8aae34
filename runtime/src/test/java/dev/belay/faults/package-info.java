/**
 * Fault injection: every subject is run once for each place at which the world outside touches it
 * and each fault that can happen there. Whatever happens, each resource that was acquired is
 * released once, the failure is delivered once, and nothing stays pending.
 */
package dev.belay.faults;
