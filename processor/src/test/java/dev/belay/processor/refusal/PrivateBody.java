package dev.belay.processor.refusal;

import static dev.belay.processor.refusal.Check.accepted;
import static dev.belay.processor.refusal.Check.refused;

import dev.belay.processor.report.Message;

/** A body in a class that has private classes of all kinds. */
final class PrivateBody {
  static final String TYPES =
      """
      private static class P { int n; static int count; static int f() { return 1; } }
      private enum E { A, B }
      private static class X extends RuntimeException {}
      private interface I { int CONSTANT = 1; }
      private record R(int n) {}
      private static class Holder {
        static P INSTANCE;
        static void set(P p) {}
        static void set(P p, Object o) {}
        static P get() { return INSTANCE; }
      }
      private P p;
      private static P make() { return new P(); }
      static void take(Object o) {}
      static class Taking { private Taking(P p) {} }
      private static class Box<A> { static int made; A value; }
      private static Box<String> box() { return null; }
      private interface I2 { int get(); }
      private interface Kept extends java.io.Serializable { int get(); }
      private interface Any { <A> A any(A a); }
      private enum Both implements I2 { ONE { public int get() { return 1; } } }
      private static void all(P... all) {}
      private static <A> void generic(A... all) {}
      private class Inner {}
      static class Named extends P {}
      private static int sized(List<? extends P> all) { return all.size(); }
      private static void reset(P p) { }
      static <A extends P> A bounded(A a) { return a; }
      private static class Closing implements AutoCloseable { public void close() {} }
      """;

  static void acceptedIn(String body) {
    accepted(
        Source.members(
            TYPES + "@AsyncMethod void m(CompletionStage<Object> s) {\n" + body + "\n}\n"));
  }

  static void refusedIn(String body) {
    refused(
        Message.PrivateType,
        Source.members(
            TYPES + "@AsyncMethod void m(CompletionStage<Object> s) {\n" + body + "\n}\n"));
  }

  private PrivateBody() {}
}
