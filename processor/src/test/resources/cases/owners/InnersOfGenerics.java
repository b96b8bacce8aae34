package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;

/** Private inner classes of a class with type parameters, which their objects begin with. */
class InnersOfGenerics<K extends Comparable<K>, V> {
  private final Map<K, V> map = new TreeMap<>();

  private class Keys extends AbstractSet<K> {
    @Override
    public Iterator<K> iterator() {
      return map.keySet().iterator();
    }

    @Override
    public int size() {
      return map.size();
    }
  }

  private class Cell<A> {
    final A more;

    Cell(A more) {
      this.more = more;
    }

    @Override
    public String toString() {
      return map + " and " + more;
    }
  }

  @AsyncMethod
  String B38_makesThemOfItself() {
    Set<K> keys = new Keys();
    Cell<Integer> cell = new Cell<>(await(stage(see(1))));
    log(keys, cell);
    return keys + " " + new Keys().size() + new Cell<>("a");
  }

  @AsyncMethod
  static String B38_makesThemOfAnother() {
    InnersOfGenerics<String, Integer> other = new InnersOfGenerics<>();
    other.map.put(await(stage(see("a"))), 1);
    Set<String> keys = other.new Keys();
    return keys + " " + other.new Cell<>(await(stage(2)));
  }
}
