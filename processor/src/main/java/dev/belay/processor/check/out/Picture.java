package dev.belay.processor.check.out;

/**
 * A picture of a machine, for those formats that can show one.
 *
 * @param name what it shows
 * @param file the path of the source file, as in {@link SourceFile}
 * @param line where that is in the file
 * @param svg the picture itself, as SVG
 */
public record Picture(String name, String file, int line, String svg) {}
