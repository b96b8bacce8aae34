package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.function.*;

/** Record patterns of private records. */
class PrivateRecords {
  private record Rec(int number, String text) {
    public String text() {
      log("text", text);
      if ("bad".equals(text)) {
        throw new IllegalArgumentException("bad text");
      }
      return text;
    }
  }

  private record Two(Object left, Object right) {}

  private record Link(Rec rec, Link next) {}

  private record Numbers(boolean z, byte b, short s, char c, int i, long l, float f, double d) {}

  private record Lists(List<String> words, Map<String, List<Rec>> index) {}

  private record Empty() {}

  record Open(Rec rec, Object any) {}

  record Pair<A, B>(A left, B right) {}

  private static class Cell {
    int count;

    Cell(int count) {
      this.count = count;
    }
  }

  private static List<Object> objects() {
    return Arrays.asList(
        new Rec(1, "x"),
        new Two(new Rec(2, null), "right"),
        new Two("left", new Two(1, new Cell(2))),
        new Link(new Rec(3, "y"), new Link(null, null)),
        new Cell[] {new Cell(8)},
        "text",
        null,
        new Empty(),
        new Open(new Rec(6, "o"), new Rec(7, "p")));
  }

  @AsyncMethod
  String B19_aPatternOfAPrivateRecord() {
    for (Object each : objects()) {
      if (each instanceof Rec(int number, String text) && number == await(stage(1))) {
        log(number, text);
      }
    }
    Object any = new Rec(4, null);
    if (!(any instanceof Rec(var number, var text))) {
      return "none";
    }
    log(await(stage(1)));
    number += 2;
    return number + text;
  }

  @AsyncMethod
  String B19_nestedPatterns() {
    Cell found = new Cell(0);
    for (Object each : objects()) {
      if (each instanceof Two(Rec(int number, String text), var right)) {
        log(number + text, right, await(stage(1)));
      } else if (each instanceof Two(String s, Two(Integer i, Cell cell))) {
        found = cell;
        cell.count += await(stage(i));
        log(s, i);
      } else if (each instanceof Link(Rec rec, Link(Rec none, var end)) && none == null) {
        log(rec.number(), end);
      }
    }
    return "found " + found.count;
  }

  @AsyncMethod
  String B19_componentsAreAskedInTheirOrderAndOnlyWhileTheyMatch() {
    Object bad = new Two(new Rec(1, "bad"), "x");
    log(bad instanceof Two(String s, Rec(var number, var text)));
    log(new Rec(2, "fine") instanceof Rec(int n, Object any) && n == 3);
    try {
      return bad instanceof Two(Rec(int number, String text), var right) ? "matches" + await(stage(1)) : "none";
    } catch (MatchException e) {
      log(e.getMessage(), e.getCause());
    }
    return await(stage("failed"));
  }

  @AsyncMethod
  String B19_ofWhatIsAwaited() {
    String all = "";
    if (await(stage((Object) new Rec(4, "q"))) instanceof Rec(int number, String text) && number > await(stage(3))) {
      all += number + text;
    }
    Supplier<String> late = () -> "";
    if (await(stage((Object) new Empty())) instanceof Empty() && all instanceof String s) {
      late = () -> s + "late";
    }
    return all + late.get() + await(stage(1));
  }

  @AsyncMethod
  String B34_inALambda() {
    Function<Object, Object> shown =
        any ->
            any instanceof Rec(int number, var text)
                ? number + text
                : any instanceof Link(Rec(int number, var text), Link next) ? number + text + next.next() : "none";
    String all = "";
    for (Object each : objects()) {
      all += shown.apply(each);
    }
    return all + await(stage(1));
  }

  @AsyncMethod
  String B19_componentsOfAllKinds() {
    Object any = new Numbers(true, (byte) 1, (short) 2, 'c', 4, 5L, 6f, 7d);
    if (any instanceof Numbers(boolean z, byte b, short s, char c, int i, long l, float f, double d)) {
      i++;
      l += await(stage(2));
      log(i + l + f + d, z + "" + c);
      b++;
      s--;
      log(b, s);
    }
    String all =
        any instanceof Numbers(var z, var b, var s, var c, var i, var l, var f, var d) && z
            ? String.valueOf(c) + (c + 1) + await(stage(1)) + b + s + i + l + f + d
            : "none";
    Object lists = new Lists(List.of("a"), Map.of("k", List.of(new Rec(1, "z"))));
    if (lists instanceof Lists(Collection<String> words, var index)) {
      for (Rec rec : index.get("k")) {
        all += rec.number() + words.iterator().next() + await(stage(1));
      }
    }
    return all;
  }

  @AsyncMethod
  String B19_aRecordWithANameThatHasAPrivateOneInside() {
    String all = "";
    for (Object each : List.of(new Open(new Rec(6, "o"), new Rec(7, "p")), new Open(null, null))) {
      if (each instanceof Open(Rec rec, Rec(var number, var text)) && rec.number() == await(stage(6))) {
        all += rec.text() + number + text;
      }
      if (each instanceof Open(var rec, var any)) {
        all += rec + "" + any + await(stage(1));
      }
    }
    Object inside = new Two(new Pair<>("k", 2), new Cell[] {new Cell(2)});
    return inside instanceof Two(Pair<?, ?>(String k, Integer i), Cell[] cells)
        ? all + k + i + cells[0].count + await(stage(1))
        : all;
  }
}
