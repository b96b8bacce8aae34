package dev.belay.processor.report;

import java.net.URI;

/**
 * A picture of what a template was compiled to.
 *
 * @param name class and method
 * @param file the source file
 * @param line where the body begins
 * @param svg the picture
 */
public record Figure(String name, URI file, int line, String svg) {}
