/**
 * The intermediate representation of a template body: records without behaviour beyond their own
 * invariants. No compiler type appears here; the reader in {@code source} makes it, the passes in
 * {@code lower} turn it into itself, {@code write} prints it.
 */
@NullMarked
package dev.belay.processor.lower.ir;

import org.jspecify.annotations.NullMarked;
