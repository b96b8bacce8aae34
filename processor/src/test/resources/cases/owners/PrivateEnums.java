package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** Private enums. */
class PrivateEnums {
  private enum State {
    NEW,
    OPEN {
      @Override
      boolean isActive() {
        return true;
      }
    },
    CLOSED;

    boolean isActive() {
      return false;
    }

    State next() {
      return values()[(ordinal() + 1) % values().length];
    }
  }

  private State state = State.NEW;

  @AsyncMethod
  String B17_switchesOverPrivateEnums() {
    StringBuilder seen = new StringBuilder();
    for (State each : State.values()) {
      switch (each) {
        case NEW:
          seen.append("n").append(await(stage(1)));
        case OPEN:
          seen.append("o");
          break;
        default:
          seen.append("d");
      }
      switch (each.next()) {
        case CLOSED -> log("closed");
        case NEW, OPEN -> log("other", await(stage(each)));
      }
      seen.append(
          switch (each) {
            case NEW -> 1;
            case OPEN -> 2;
            case CLOSED -> 3;
          });
      int value =
          switch (each) {
            case NEW -> await(stage(4));
            case OPEN -> {
              int twice = await(stage(2)) * 2;
              yield twice;
            }
            case CLOSED -> 5;
          };
      String old =
          switch (each) {
            case NEW, CLOSED:
              yield "x";
            case OPEN:
              yield "y";
          };
      State after =
          switch (each) {
            case NEW -> State.OPEN;
            case OPEN -> State.CLOSED;
            default -> State.NEW;
          };
      Supplier<State> before =
          () ->
              switch (after) {
                case OPEN -> State.NEW;
                case CLOSED -> State.OPEN;
                case NEW -> State.CLOSED;
              };
      seen.append(value).append(old).append(after).append(before.get());
    }
    return seen.toString();
  }

  @AsyncMethod
  String B17_aNullOfAPrivateEnum() {
    State none = await(stage(null));
    try {
      switch (none) {
        case NEW -> log("new");
        default -> log("default", await(stage(1)));
      }
    } catch (NullPointerException e) {
      return "null " + await(stage(1));
    }
    return "no";
  }

  @AsyncMethod
  String B38_valuesOfPrivateEnums() {
    state = state.next();
    State open = State.valueOf(await(stage("OPEN")));
    EnumMap<State, Integer> counts = new EnumMap<>(State.class);
    for (State each : EnumSet.allOf(State.class)) {
      counts.merge(each, await(stage(each.ordinal())), Integer::sum);
    }
    Set<State> some = EnumSet.of(State.NEW, State.CLOSED);
    some.add(open);
    Map<State, List<String>> grouped =
        Stream.of("NEW", "OPEN", "NEW").collect(Collectors.groupingBy(State::valueOf, TreeMap::new, Collectors.toList()));
    return open.name() + (open == State.OPEN) + open.isActive() + state + counts + some + grouped
        + open.compareTo(await(stage(State.NEW))) + open.getDeclaringClass().getSimpleName();
  }
}
