/** What is known of libraries beyond their signatures: facts, one library per file. */
@NullMarked
package dev.belay.processor.check.catalog;

import org.jspecify.annotations.NullMarked;
