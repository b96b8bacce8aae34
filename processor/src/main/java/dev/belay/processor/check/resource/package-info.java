/** What a resource is: how it is acquired, released, and whether one has to wait for that. */
@NullMarked
package dev.belay.processor.check.resource;

import org.jspecify.annotations.NullMarked;
