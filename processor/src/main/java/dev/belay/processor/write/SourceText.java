package dev.belay.processor.write;

/**
 * A source file to be written.
 *
 * @param qualifiedName the name of its class
 * @param text its content
 */
public record SourceText(String qualifiedName, String text) {}
