package dev.belay.processor.check.out;

/**
 * A position in a file, as people count.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 units
 */
record Place(int line, int column) {}
