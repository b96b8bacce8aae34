/**
 * Reads attributed javac trees into the intermediate representation. Nothing after this package
 * sees a tree.
 */
@NullMarked
package dev.belay.processor.source;

import org.jspecify.annotations.NullMarked;
