/** Bodies run as they stand and compiled: what can be observed must be the same. */
package dev.belay.processor.behaviour;
