/** What is known of a template from its declaration: names, types, generics. */
@NullMarked
package dev.belay.processor.model;

import org.jspecify.annotations.NullMarked;
