/** How compiling grows with what is compiled. */
package dev.belay.processor.growth;
