package dev.belay.processor.lower.ir;

import org.jspecify.annotations.Nullable;

/**
 * A statement that {@code break} or {@code continue} can name. Jumps refer to it by identity, so
 * that a pass may put new loops and switches in between: the printer writes a label where Java
 * would otherwise pick the wrong statement.
 *
 * @param id unique within one body
 * @param label the user's own label, or null
 */
public record Target(int id, @Nullable String label) {}
