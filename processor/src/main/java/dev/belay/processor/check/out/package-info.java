/**
 * Findings as files: a SARIF log, a page to read, a patch. Each format is a function from all
 * findings of a compilation to one text.
 */
@NullMarked
package dev.belay.processor.check.out;

import org.jspecify.annotations.NullMarked;
