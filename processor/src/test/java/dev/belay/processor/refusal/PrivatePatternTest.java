package dev.belay.processor.refusal;

import static dev.belay.processor.refusal.Check.accepted;
import static dev.belay.processor.refusal.Check.refused;
import static dev.belay.processor.refusal.PrivateBody.acceptedIn;

import dev.belay.processor.report.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Patterns of private classes: those that are not taken apart are refused. */
class PrivatePatternTest {
  @Test
  void arrayPattern() {
    acceptedIn("Object o = await(s);\n if (o instanceof P[] all) { take(all[0].n); }");
    acceptedIn("Object o = await(s);\n if (o instanceof P[] all) { all = null; }");
  }

  @Test
  void patternInALambda() {
    acceptedIn("Function<Object, Object> f = o -> o instanceof R r ? r.n() : 0;");
  }

  @Test
  void patternInALambdaWhoseVariableIsAssigned() {
    acceptedIn("Predicate<Object> f = o -> o instanceof R r && (r = null) == null;");
  }

  @Test
  void patternOfARecord() {
    acceptedIn("Object o = await(s);\n if (o instanceof R r) { take(r.n()); }");
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void patternsOfASwitch() {
    String any = "Object o = await(s);\n ";
    acceptedIn(
        any
            + "switch (o) { case R(int n) when n > 1 -> take(n); case P q -> take(q); default -> { } }");
    acceptedIn(any + "switch (o) { case R r -> r = null; default -> { } }");
    acceptedIn(any + "record G<A>(A a) {} if (o instanceof G<?>(P q)) { take(q); }");
    acceptedIn(any + "record G(Object a) {} if (o instanceof G(P q)) { take(q); }");
    acceptedIn(
        any + "record G<A>(A a) {} G<R> g = null; if (g instanceof G<R>(var q)) { take(q.n()); }");
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void labelsWithAColonThatBecomeTests() {
    String types =
        "private sealed interface S {} private record A(int n) implements S {}"
            + " private record B() implements S {} sealed interface Any {}"
            + " private enum E implements Any { X } private record C() implements Any {}\n"
            + "private static S s() { return null; } private static Any o() { return null; }\n"
            + "@AsyncMethod void m(CompletionStage<Integer> s) {\nawait(s); ";
    accepted(Source.members(types + "switch (s()) { case A a: break; case B b: } }"));
    accepted(
        Source.members(
            types + "Consumer<S> f = x -> { switch (x) { case A a: break; case B b: } }; }"));
    accepted(
        Source.members(types + "switch (o()) { case E.X: break; case C c: break; default: } }"));
    refused(
        Message.Unsupported,
        Source.members(types + "switch (o()) { case C(): break; default: case «E.X: break; } }"));
    refused(
        Message.Unsupported,
        Source.members(
            types + "switch (o()) { case C(): f(); case «E.X: break; } } static void f() {}"));
    refused(
        Message.Unsupported,
        Source.members(
            types
                + "switch (o()) { case C c -> f(); default -> f(); case «E.X -> f(); } }"
                + " static void f() {}"));
  }
}
