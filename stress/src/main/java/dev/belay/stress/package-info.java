/** What meets on two threads: tests for jcstress, and soaks. */
package dev.belay.stress;
