/** Small predicates that rules share: calls, callbacks, templates, parts of bodies. */
@NullMarked
package dev.belay.processor.check.match;

import org.jspecify.annotations.NullMarked;
