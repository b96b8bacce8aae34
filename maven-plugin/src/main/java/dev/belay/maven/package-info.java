/**
 * The Maven plugin: from a project's build to one run of javac with Belay's checker, and from what
 * javac says to a report.
 */
@NullMarked
package dev.belay.maven;

import org.jspecify.annotations.NullMarked;
