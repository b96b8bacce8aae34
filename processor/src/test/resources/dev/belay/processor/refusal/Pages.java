package t;

import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.concurrent.CompletionStage;

final class Pages<R extends Comparable<? super R>> {
  interface Database<R> {
    CompletionStage<List<R>> fetch(int offset, int size);
  }

  private final Database<R> db;
  private int calls;
  private static int total;

  Pages(Database<R> db) {
    this.db = db;
  }

  @AsyncGenerator
  void paginated(int pageSize, Yield<R> out) {
    for (int offset = 0; ; offset += pageSize) {
      List<R> rows = await(db.fetch(offset, pageSize));
      calls++;
      total += rows.size();
      if (rows.isEmpty()) break;
      for (R row : rows) out.yield(row);
    }
  }

  @AsyncGenerator
  private void filtered(AsyncIterable<? extends R> all, R least, Yield<R> out) {
    outer:
    for (R row : each(all)) {
      int i = 0;
      while (true) {
        if (row.compareTo(least) < 0) continue outer;
        if (i++ > 3) break outer;
        out.yield(row);
        do {
          i += 2;
        } while (i % 2 == 0 && await(db.fetch(i, 1)).size() > 0);
      }
    }
    out.yieldAll(all);
  }

  @AsyncMethod
  <S extends R> Map<String, ? super S> count(CompletionStage<S> first, String... names) {
    Map<String, S> found = new TreeMap<>();
    var one = await(first);
    for (String name : names) {
      final String key = name.trim();
      Runnable put = () -> found.put(key, one);
      put.run();
      found.merge(name, await(first), (a, b) -> a.compareTo(b) > 0 ? a : b);
    }
    return found;
  }
}
