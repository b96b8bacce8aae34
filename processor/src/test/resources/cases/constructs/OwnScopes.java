package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import dev.belay.processor.behaviour.harness.Failure;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Bodies that use resource templates of their own class, which they resume themselves. */
final class OwnScopes {
  private final String name = "object";

  @AsyncResource
  static void held(String s, Yield<String> out) {
    log("open", s);
    String opened = await(stage(s));
    try {
      out.yield(opened);
    } finally {
      log("close", s, await(stage("closed " + s)));
    }
  }

  @AsyncResource
  static void atOnce(String s, Yield<String> out) {
    log("open", s);
    out.yield(s);
    log("close", s);
  }

  @AsyncResource
  static <T extends Comparable<? super T>> void greatest(List<? extends T> all, Yield<T> out) {
    T greatest = await(stage(all.get(0)));
    for (T each : all) {
      if (each.compareTo(greatest) > 0) greatest = each;
    }
    try {
      out.yield(greatest);
    } finally {
      log("forget", greatest);
    }
  }

  @AsyncResource
  static void any(List<?> all, Yield<List<? extends Number>> out) {
    log("any", all.size());
    out.yield(List.of(1, 2.5));
    await(stage(1));
  }

  @AsyncResource
  static void all(int[] numbers, Yield<int[]> out) {
    out.yield(numbers);
    log("numbers", await(stage(numbers.length)));
  }

  @AsyncResource
  static void nothing(Yield<String> out) {
    try {
      out.yield(null);
    } finally {
      await(stage(1));
    }
  }

  @AsyncResource
  static void broken(String s, Yield<String> out) {
    if (await(stage(s)) != null) throw new Failure("opening " + s);
    out.yield(s);
  }

  @AsyncResource
  static void forgiving(String s, Yield<String> out) {
    try {
      out.yield(await(stage(s)));
    } catch (Failure e) {
      log("forgiven", e);
    }
  }

  @AsyncResource
  static void replacing(String s, Yield<String> out) {
    try {
      out.yield(await(stage(s)));
    } finally {
      await(stage("r"));
      if (!s.isEmpty()) throw new Failure("closing " + s);
    }
  }

  @AsyncResource
  static void over(String s, Yield<String> out) {
    out.yield("string " + s);
  }

  @AsyncResource
  static void over(int n, Yield<String> out) {
    out.yield("int " + n);
  }

  @AsyncResource
  static void nested(String s, Yield<String> out) {
    String outer = using(OwnScopesAsync.held("outer " + s));
    String inner = using(OwnScopesAsync.held("inner " + s));
    out.yield(outer + inner);
    log("left", s);
  }

  @AsyncResource
  static void recursive(int depth, Yield<Integer> out) {
    if (depth == 0) {
      out.yield(await(stage(0)));
    } else {
      int below = using(OwnScopesAsync.recursive(depth - 1));
      out.yield(below + 1);
    }
  }

  @AsyncResource
  void of(String s, Yield<String> out) {
    log("open", name);
    out.yield(name + await(stage(s)));
    log("close", name);
  }

  @AsyncMethod
  String mine(String s) {
    String opened = using(OwnScopesAsync.of(this, s));
    String again = using(OwnScopesAsync.of(new OwnScopes(), opened));
    return again + await(stage("!"));
  }

  @AsyncMethod
  static String D1_inEveryPlace() {
    String all = "";
    {
      String s = using(OwnScopesAsync.held("block"));
      all += s;
    }
    for (int i = 0; i < 2; i++) {
      String s = using(OwnScopesAsync.held("turn " + i));
      if (i == 1) break;
      all += s + await(stage("in the turn"));
    }
    if (see(true)) {
      using(OwnScopesAsync.atOnce("without a name"));
      log("inside");
    }
    switch (await(stage(2))) {
      case 2:
        {
          var s = using(OwnScopesAsync.atOnce(await(stage("argument"))));
          all += s;
        }
      default:
        log("after");
    }
    var nothing = using(OwnScopesAsync.nothing());
    all += nothing;
    String last = using((OwnScopesAsync.over(see(3))));
    return all + last + using2();
  }

  private static String using2() {
    return "plain";
  }

  @AsyncMethod
  static String D1_typesOfScopes() {
    String greatest = using(OwnScopesAsync.greatest(List.of("a", "c", "b")));
    Comparable<?> wide = using(OwnScopesAsync.<Integer>greatest(List.of(1, 3)));
    var date = using(OwnScopesAsync.greatest(List.of(2L, 1L)));
    List<? extends Number> numbers = using(OwnScopesAsync.any(List.of()));
    int[] all = using(OwnScopesAsync.all(new int[] {1, see(2), await(stage(3))}));
    var none = using(OwnScopesAsync.all(new int[0]));
    Object string = using(OwnScopesAsync.over("s"));
    long unboxed = using(OwnScopesAsync.recursive(3));
    log(Arrays.asList(greatest, wide, date, numbers, all.length, none.length, string, unboxed));
    return await(OwnScopesAsync.mine(new OwnScopes(), "x"));
  }

  @AsyncMethod
  static String D5_failures() {
    String all = "";
    for (String how : List.of("forgiven", "replaced", "open", "plain")) {
      try {
        String s = using(OwnScopesAsync.held(how));
        if (how.equals("forgiven")) {
          String f = using(OwnScopesAsync.forgiving(s));
          throw new Failure(f);
        } else if (how.equals("replaced")) {
          String f = using(OwnScopesAsync.replacing(s));
          throw new Failure(f + await(stage(1)));
        } else if (how.equals("open")) {
          String f = using(OwnScopesAsync.broken(s));
          log("never", f);
        }
        all += s;
      } catch (Failure e) {
        log("caught", e, e.getSuppressed().length);
      } finally {
        log("finally");
      }
    }
    return all;
  }

  @AsyncMethod
  static int D3_releasedByReturnsAndJumps() {
    int turns = 0;
    outer:
    for (; ; ) {
      String s = using(OwnScopesAsync.held("outer" + turns++));
      for (int i = 0; i < 3; i++) {
        String t = using(OwnScopesAsync.atOnce("inner" + i));
        if (turns == 1 && i == 1) continue outer;
        if (turns == 2 && i == 0) continue;
        if (turns == 3) {
          return using3(s, t);
        }
      }
    }
  }

  private static int using3(String s, String t) {
    log("returned", s, t);
    return 3;
  }

  @AsyncMethod
  static String G39_inAFinallyBlock() {
    try {
      return await(stage("result"));
    } finally {
      String s = using(OwnScopesAsync.held("release"));
      log(s, await(stage("in the release")));
      String t = using(OwnScopesAsync.nested(await(stage("n"))));
      log(t);
    }
  }

  @AsyncMethod
  static String D18_inAHandler() {
    try {
      String s = using(OwnScopesAsync.broken("b"));
      return s;
    } catch (Failure e) {
      String s = using(OwnScopesAsync.nested("handler"));
      Supplier<String> later = () -> s + "!";
      return later.get() + await(stage("?"));
    }
  }

  @AsyncGenerator
  static void D18_A24_inAGenerator(Yield<String> out) {
    String s = using(OwnScopesAsync.held("all"));
    for (int i = 0; i < 2; i++) {
      String t = using(OwnScopesAsync.nested(s + i));
      out.yield(t);
      log(await(stage("between")));
      out.yield(s);
    }
  }

  @AsyncGenerator
  static void D18_A24_aGeneratorInAScopeInAGenerator(Yield<String> out) {
    for (String each : each(OwnScopesAsync.D18_A24_inAGenerator())) {
      String s = using(OwnScopesAsync.forgiving(each));
      out.yield(s + await(stage("y")));
      if (each.length() > 40) throw new Failure(each);
    }
    out.yield("the last");
  }

  @AsyncResource
  static void D24_aScopeInAScope(Yield<String> out) {
    String s = using(OwnScopesAsync.nested("in"));
    try {
      out.yield(s + await(stage("and")));
    } finally {
      String t = using(OwnScopesAsync.held("while it closes"));
      log(t);
    }
  }

  @AsyncMethod
  static int H10_recursive() {
    int depth = using(OwnScopesAsync.recursive(40));
    return depth + await(stage(1));
  }
}
