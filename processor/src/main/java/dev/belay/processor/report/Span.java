package dev.belay.processor.report;

/** The place of one token or tree in a source file: character offsets, the end excluded. */
public record Span(long start, long end) {}
