package dev.belay.processor.refusal;

import static dev.belay.processor.refusal.Check.accepted;
import static dev.belay.processor.refusal.Check.refused;

import dev.belay.processor.report.Message;
import org.junit.jupiter.api.Test;

/** {@code using} is a statement of a block, {@code each} the head of a loop. */
class PlacementTest {

  private static Source method(String body) {
    return Source.members(
        "@AsyncMethod void m(AsyncScope<String> scope, AsyncIterable<String> all,"
            + " AsyncIterator<String> one, CompletionStage<String> s) {\n"
            + body
            + "\n}\n");
  }

  private static void usingMisplaced(String body) {
    refused(Message.UsingMisplaced, method(body));
  }

  private static void eachMisplaced(String body) {
    refused(Message.EachMisplaced, method(body));
  }

  @Test
  void usingInAnArgument() {
    usingMisplaced("Objects.requireNonNull(«using(scope));");
  }

  @Test
  void usingAsAReceiver() {
    usingMisplaced("int n = «using(scope).length();");
  }

  @Test
  void usingInAnOperand() {
    usingMisplaced("String a = \"\" + «using(scope);");
  }

  @Test
  void usingInBrackets() {
    usingMisplaced("String a = («using(scope));");
  }

  @Test
  void usingAssigned() {
    usingMisplaced("String a;\n a = «using(scope);");
  }

  @Test
  void usingInACondition() {
    usingMisplaced("if («using(scope) != null) { }");
  }

  @Test
  void usingAsTheOnlyStatementOfAnIf() {
    usingMisplaced("if (s != null) «using(scope);");
  }

  @Test
  void usingAsTheOnlyStatementOfALoop() {
    usingMisplaced("while (s != null) «using(scope);");
  }

  @Test
  void usingAsALabeledStatement() {
    usingMisplaced("here: «using(scope);");
  }

  @Test
  void usingInTheHeadOfAFor() {
    usingMisplaced("for (String a = «using(scope); a != null; ) { break; }");
  }

  @Test
  void usingInTheUpdateOfAFor() {
    usingMisplaced("for (int i = 0; i < 1; «using(scope)) { break; }");
  }

  @Test
  void usingAsAResource() {
    usingMisplaced(
        "AsyncScope<Closeable> c = null;\n try (Closeable a = «using(c)) { } catch (IOException e) { }");
  }

  @Test
  void usingAsTheSourceOfALoop() {
    usingMisplaced("AsyncScope<List<String>> c = null;\n for (String a : «using(c)) { }");
  }

  @Test
  void usingInAReturn() {
    refused(
        Message.UsingMisplaced,
        Source.members("@AsyncMethod String m(AsyncScope<String> c) { return «using(c); }\n"));
  }

  @Test
  void usingInAnAwait() {
    usingMisplaced("AsyncScope<CompletionStage<String>> c = null;\n await(«using(c));");
  }

  @Test
  void usingInAnArrowCase() {
    usingMisplaced("switch (s.hashCode()) { case 1 -> «using(scope); default -> { } }");
  }

  @Test
  void usingInAYield() {
    refused(
        Message.UsingMisplaced,
        Source.members(
            """
            @AsyncGenerator void m(AsyncScope<String> c, Yield<String> out) {
            out.yield(«using(c));
            }
            """));
  }

  @Test
  void usingAmongSeveralVariables() {
    accepted(method("String a = \"\", b = using(scope);"));
  }

  @Test
  void usingInEveryKindOfBlock() {
    accepted(
        method(
            """
            using(scope);
            String a = using(scope);
            var b = using(scope);
            final String c = Async.using(scope);
            { String d = using(scope); }
            if (s != null) { String d = using(scope); } else { using(scope); }
            for (int i = 0; i < 2; i++) { String d = using(scope); if (i == 1) continue; }
            try { String d = using(scope); } finally { String d = using(scope); }
            switch (s.hashCode()) {
              case 1: String d = using(scope); break;
              default: using(scope);
            }
            switch (s.hashCode()) { case 1 -> { String d = using(scope); } default -> { } }
            """));
  }

  @Test
  void eachInAnArgument() {
    eachMisplaced("Objects.requireNonNull(«each(all));");
  }

  @Test
  void eachInAVariable() {
    eachMisplaced("Iterable<String> a = «each(all);");
  }

  @Test
  void eachAsAReceiver() {
    eachMisplaced("«each(all).forEach(x -> { });");
  }

  @Test
  void eachAsAReceiverInALoop() {
    eachMisplaced("for (Iterator<String> i = «each(all).iterator(); i.hasNext(); ) i.next();");
  }

  @Test
  void eachAsAStatement() {
    eachMisplaced("«each(all);");
  }

  @Test
  void eachInAConditional() {
    eachMisplaced("for (String a : s == null ? «each(all) : List.<String>of()) { }");
  }

  @Test
  void eachCast() {
    eachMisplaced("for (String a : (Iterable<String>) «each(all)) { }");
  }

  @Test
  void eachInAReturn() {
    refused(
        Message.EachMisplaced,
        Source.members(
            "@AsyncMethod Iterable<String> m(AsyncIterable<String> c) { return «each(c); }\n"));
  }

  @Test
  void eachInBrackets() {
    accepted(method("for (String a : (each(all))) { }"));
  }

  @Test
  void eachOfAnAwaitedSequence() {
    accepted(
        Source.members(
            """
            @AsyncMethod void m(CompletionStage<AsyncIterable<String>> s) {
            for (String a : each(await(s))) { }
            }
            """));
  }

  @Test
  void borrowInALoop() {
    accepted(method("for (String a : each(borrow(one))) { break; }"));
  }

  @Test
  void borrowAnywhere() {
    accepted(method("AsyncIterable<String> b = borrow(one);\n for (String a : each(b)) { }"));
  }
}
