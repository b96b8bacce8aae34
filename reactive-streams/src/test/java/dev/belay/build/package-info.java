/** What is promised of all modules that are published; here, where all of them are seen. */
@NullMarked
package dev.belay.build;

import org.jspecify.annotations.NullMarked;
