/** Pictures of machines. */
package dev.belay.processor.draw;
