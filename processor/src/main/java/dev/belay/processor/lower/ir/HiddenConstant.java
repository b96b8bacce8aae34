package dev.belay.processor.lower.ir;

/**
 * A private constant of the user's classes. Being a constant it can be repeated, and where its name
 * stands in the text, its name can stay.
 *
 * @param name its name in the companion
 * @param type its type
 * @param literal its value
 */
public record HiddenConstant(String name, TypeText type, String literal) {}
