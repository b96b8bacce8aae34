package dev.belay.processor.refusal;

import static dev.belay.processor.refusal.Check.accepted;
import static dev.belay.processor.refusal.Check.errors;
import static dev.belay.processor.refusal.Check.refused;

import dev.belay.processor.report.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The parameter that stands for the consumer does not exist at run time. */
class YieldParameterTest {

  private static void escapes(String body) {
    refused(
        Message.YieldParameterEscapes,
        Source.members(
            "Yield<String> kept;\n"
                + "static void take(Yield<String> taken) {}\n"
                + "@AsyncGenerator void m(CompletionStage<String> s, Yield<String> out) {\n"
                + body
                + "\n}\n"));
  }

  @Test
  void passedOn() {
    escapes("take(«out);");
  }

  @Test
  void passedOnBesideASuspension() {
    escapes("String a = await(s);\n take(«out);\n out.yield(a);");
  }

  @Test
  void passedOnWithASuspension() {
    escapes("Objects.hash(await(s), «out);");
  }

  @Test
  void storedInAField() {
    escapes("kept = «out;");
  }

  @Test
  void storedInAVariable() {
    escapes("Yield<String> copy = «out;");
  }

  @Test
  void storedInAnArray() {
    escapes("Object[] all = {1, «out};");
  }

  @Test
  void reassigned() {
    escapes("«out = kept;");
  }

  @Test
  void compared() {
    escapes("if («out == null) return;");
  }

  @Test
  void cast() {
    escapes("Object o = (Object) «out;");
  }

  @Test
  void inAConditional() {
    escapes("take(s == null ? «out : kept);");
  }

  @Test
  void capturedByALambda() {
    escapes("Runnable r = () -> take(«out);");
  }

  @Test
  void capturedByAnAnonymousClass() {
    escapes("Object o = new Object() { Object f = «out; };");
  }

  @Test
  void capturedByALocalClass() {
    escapes("class L { Object f() { return «out; } }");
  }

  @Test
  void otherMethodOfIt() {
    escapes("int h = «out.hashCode();");
  }

  @Test
  void toAString() {
    escapes("String a = \"\" + «out;");
  }

  @Test
  void inBrackets() {
    escapes("Object o = («out);");
  }

  @Test
  void lock() {
    escapes("synchronized («out) { }");
  }

  @Test
  void passedToAnotherCompanion() {
    refused(
        Message.YieldParameterEscapes,
        Source.members(
            """
            @AsyncMethod static void sink(Object o) {}
            @AsyncGenerator void m(Yield<String> out) { await(TAsync.sink(«out)); }
            """));
  }

  @Test
  void resource() {
    refused(
        Message.YieldParameterEscapes,
        Source.members(
            "@AsyncResource void m(Yield<String> out) { Object o = «out; out.yield(\"\"); }\n"));
  }

  @Test
  void eachUseOnce() {
    errors(
        List.of("YieldParameterEscapes", "YieldParameterEscapes"),
        Source.members(
            "@AsyncGenerator void m(Yield<String> out) { Object a = «out;\n Object b = «out; }\n"));
  }

  @Test
  void receiverInBracketsIsFine() {
    accepted(Source.members("@AsyncGenerator void m(Yield<String> out) { (out).yield(\"\"); }\n"));
  }

  @Test
  void shadowingIsFine() {
    accepted(
        Source.members(
            """
            @AsyncGenerator void m(Yield<String> out) {
              out.yield("");
              Object o = new Object() { Object f(Object out) { return out; } };
              Function<Object, Object> g = x -> new Object() { Object out = x; }.out;
            }
            """));
  }

  @Test
  void yieldOfAnotherTypeIsFine() {
    accepted(
        Source.members(
            """
            interface Sink { void yield(String s); }
            @AsyncGenerator void m(Sink sink, Yield<String> out) {
              List.of("a").forEach(sink::yield);
              List.of("a").forEach(x -> sink.yield(x));
              out.yield("");
            }
            """));
  }
}
