package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** Record patterns of private records that have type parameters. */
class PrivateGenericPatterns {
  private record Pair<A, B>(A a, B b) { static <X, Y> Pair<X, Y> of(X x, Y y) { return new Pair<>(x, y); } }
  private sealed interface Opt<T> { }
  private record Some<T>(T t) implements Opt<T> { }
  private record None<T>() implements Opt<T> { }
  record Named<T>(T t, int n) { }


  @AsyncMethod
  Object B38_rec() throws Exception {
    Pair<String, Integer> p = Pair.of("a", await(stage(1)));
    if (p instanceof Pair<String, Integer>(var a, var b) && await(stage(true))) {
      log(a.length() + b);
    }
    if (p instanceof Pair(var a, var b)) {
      log(a.length(), b + 1);
    }
    if (p instanceof Pair(String a, Integer b) && b > 0) {
      log(a);
    }
    Object o = p;
    if (o instanceof Pair<?, ?>(String a, var b)) {
      log(a, b);
    }
    return o instanceof Pair(Integer i, var z) ? 1 : 2;

  }

  @AsyncMethod
  Object B38_sw() throws Exception {
    Opt<String> o = await(stage((Opt<String>) new Some<>("x")));
    int n = switch (o) { case Some<String>(var t) when t.length() > 3 -> 1; case Some<String>(String t) -> t.length() + 4; case None<String> q -> 3; };
    String s = switch (o) { case Some(var t) -> t.trim() + await(stage("z")); case None() -> "n"; };
    return n + s;

  }

  @AsyncMethod
  Object B38_named() throws Exception {
    Named<Pair<String, Integer>> n = new Named<>(Pair.of("q", 2), await(stage(3)));
    Object o = n;
    if (n instanceof Named<Pair<String, Integer>>(Pair<String, Integer> p, int k)) {
      log(p.a().length() + p.b() + k);
    }
    if (n instanceof Named(Pair(var a, var b), var k) && await(stage(true))) {
      log(a.length() + b + k);
    }
    return o instanceof Named<?>(Pair<?, ?>(String a, var b), int k) ? a + b + k : "no";

  }
}
