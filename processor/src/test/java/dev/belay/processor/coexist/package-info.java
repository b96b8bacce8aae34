/** Belay in one build with others: other processors, modules, compilers, options, tools. */
package dev.belay.processor.coexist;
