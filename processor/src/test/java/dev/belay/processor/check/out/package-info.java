/** Findings as files. */
package dev.belay.processor.check.out;
