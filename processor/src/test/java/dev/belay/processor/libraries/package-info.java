/** The rules on the real classes of every library of the catalogue. */
package dev.belay.processor.libraries;
