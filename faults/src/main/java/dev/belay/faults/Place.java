package dev.belay.faults;

import java.util.EnumSet;
import java.util.Set;

/** Where the world touched the subject: at a call, or with a stage. */
record Place(String name, boolean stage, Conduct conduct) {

  Set<Fault> faults() {
    if (!stage) {
      return conduct == Conduct.DONE
          ? EnumSet.of(Fault.FAILS)
          : EnumSet.of(Fault.FAILS, Fault.CANCELS, Fault.CLOSES);
    }
    return switch (conduct) {
      case DONE -> EnumSet.of(Fault.FAILS, Fault.THROWS, Fault.RETURNS_NULL);
      case LATER, STUBBORN -> EnumSet.complementOf(EnumSet.of(Fault.REFUSES));
      case HOSTILE -> EnumSet.allOf(Fault.class);
    };
  }
}
