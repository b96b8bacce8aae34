/** The plugin: its parts, and the whole of it in real Maven on projects written for that. */
@NullMarked
package dev.belay.maven;

import org.jspecify.annotations.NullMarked;
