package dev.belay.processor.fuzz;

/**
 * A local variable in scope.
 *
 * @param name its name
 * @param sort its type
 * @param assignable whether it is assigned after its declaration, so that no lambda can capture it
 */
record Variable(String name, Sort sort, boolean assignable) {}
