/**
 * Round trips with real libraries. What docs/integrations.md shows is taken from here, and a test
 * compares.
 */
@NullMarked
package dev.belay.reactivestreams;

import org.jspecify.annotations.NullMarked;
