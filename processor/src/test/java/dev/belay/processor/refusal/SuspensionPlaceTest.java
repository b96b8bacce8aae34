package dev.belay.processor.refusal;

import static dev.belay.processor.refusal.Check.accepted;
import static dev.belay.processor.refusal.Check.errors;
import static dev.belay.processor.refusal.Check.refused;

import dev.belay.processor.report.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

/** B36, B37, A28: where a body cannot stop. */
class SuspensionPlaceTest {

  private static Source method(String body) {
    return Source.members(
        "@AsyncMethod void m(CompletionStage<String> s) throws Exception {\n" + body + "\n}\n");
  }

  private static Source generator(String body) {
    return Source.members(
        "@AsyncGenerator void m(CompletionStage<String> s, AsyncIterable<String> all, Yield<String> out) {\n"
            + body
            + "\n}\n");
  }

  @Test
  void b36_awaitInLambda() {
    refused(Message.SuspensionInLambda, method("Supplier<String> f = () -> «await(s);"));
  }

  @Test
  void b36_awaitInLambdaBlock() {
    refused(
        Message.SuspensionInLambda,
        method("Supplier<String> f = () -> {\n return «await(s);\n };"));
  }

  @Test
  void b36_qualifiedAwaitInLambda() {
    refused(Message.SuspensionInLambda, method("Supplier<String> f = () -> «Async.await(s);"));
  }

  @Test
  void b36_awaitInLambdaBesideAnAwait() {
    refused(
        Message.SuspensionInLambda,
        method("String a = await(s);\n Supplier<String> f = () -> a + «await(s);\n await(s);"));
  }

  @Test
  void b36_awaitInLambdaArgumentOfAnAwait() {
    refused(Message.SuspensionInLambda, method("await(s.thenApply(x -> «await(s)));"));
  }

  @Test
  void b36_awaitInLambdaOfLambda() {
    refused(
        Message.SuspensionInLambda,
        method("Supplier<Supplier<String>> f = () -> () -> «await(s);"));
  }

  @Test
  void b36_yieldInLambda() {
    refused(Message.SuspensionInLambda, generator("List.of(\"a\").forEach(x -> «out.yield(x));"));
  }

  @Test
  void b36_yieldAllInLambda() {
    refused(Message.SuspensionInLambda, generator("Runnable r = () -> «out.yieldAll(all);"));
  }

  @Test
  void b36_eachInLambda() {
    refused(
        Message.SuspensionInLambda,
        generator("Runnable r = () -> { for (String x : «each(all)) { } };"));
  }

  @Test
  void b36_usingInLambda() {
    refused(
        Message.SuspensionInLambda,
        Source.members(
            """
            @AsyncMethod void m(AsyncScope<String> scope) {
            Runnable r = () -> { String x = «using(scope); };
            }
            """));
  }

  @Test
  void b36_methodReferenceToAwait() {
    refused(
        Message.SuspensionInLambda,
        method("Function<CompletionStage<String>, String> f = «Async::await;"));
  }

  @Test
  void b36_methodReferenceToYield() {
    refused(Message.SuspensionInLambda, generator("List.of(\"a\").forEach(«out::yield);"));
  }

  @Test
  void b36_awaitInAnonymousClass() {
    refused(
        Message.SuspensionInClass,
        method("Object o = new Object() { String f() { return «await(s); } };"));
  }

  @Test
  void b36_awaitInFieldOfAnonymousClass() {
    refused(
        Message.SuspensionInClass, method("Object o = new Object() { String f = «await(s); };"));
  }

  @Test
  void b36_awaitInLocalClass() {
    refused(Message.SuspensionInClass, method("class L { String f() { return «await(s); } }"));
  }

  @Test
  void b36_awaitInAMethodOfALocalClassBesideASuspension() {
    refused(
        Message.SuspensionInClass,
        method("class L { String f() { return «await(s); } }\n await(s); new L().f();"));
  }

  @Test
  void b36_awaitInAnAnonymousClassThatAVariableKeeps() {
    refused(
        Message.SuspensionInClass,
        method("var o = new Object() { String f() { return «await(s); } };\n await(s); o.f();"));
  }

  @Test
  void b36_awaitInLocalRecord() {
    refused(
        Message.SuspensionInClass,
        method("record L(CompletionStage<String> s) { String f() { return «await(s); } }"));
  }

  @Test
  void b36_awaitInInitializerOfLocalClass() {
    refused(Message.SuspensionInClass, method("class L { { «await(s); } }"));
  }

  @Test
  void b36_yieldInAnonymousClass() {
    refused(
        Message.SuspensionInClass,
        generator("Runnable r = new Runnable() { public void run() { «out.yield(\"\"); } };"));
  }

  @Test
  void b36_awaitInLambdaOfAnonymousClass() {
    refused(
        Message.SuspensionInLambda,
        method("Object o = new Object() { Supplier<String> f = () -> «await(s); };"));
  }

  @Test
  void b36_eachMistakeOnce() {
    errors(
        List.of("SuspensionInLambda", "SuspensionInLambda", "SuspensionInClass"),
        method(
            """
            Supplier<String> f = () -> «await(s) + «await(s);
            Object o = new Object() { String g() { return «await(s); } };
            """));
  }

  @Test
  void b36_argumentsOfAnonymousClassAreOfTheBody() {
    accepted(method("Object o = new Object() { int f() { return 1; } };\n String a = await(s);"));
  }

  @Test
  void b37_awaitInSynchronized() {
    refused(Message.SuspensionInSynchronized, method("synchronized (this) {\n «await(s);\n}"));
  }

  @Test
  void b37_deepInSynchronized() {
    refused(
        Message.SuspensionInSynchronized,
        method("synchronized (this) { if (s != null) { String a = «await(s); } }"));
  }

  @Test
  void b37_yieldInSynchronized() {
    refused(
        Message.SuspensionInSynchronized, generator("synchronized (this) { «out.yield(\"\"); }"));
  }

  @Test
  void b37_eachInSynchronized() {
    refused(
        Message.SuspensionInSynchronized,
        generator("synchronized (this) { for (String x : «each(all)) { } }"));
  }

  @Test
  void b37_synchronizedWithoutSuspension() {
    accepted(
        method("synchronized (this) { s.toString(); }\n await(s); synchronized (s) { return; }"));
  }

  @Test
  void b37_lockThatIsAwaited() {
    accepted(method("synchronized (await(s)) { s.toString(); }"));
  }

  @Test
  void a28_yieldInFinally() {
    refused(Message.YieldInFinally, generator("try { await(s); } finally { «out.yield(\"\"); }"));
  }

  @Test
  void a28_yieldAllInFinally() {
    refused(Message.YieldInFinally, generator("try { await(s); } finally { «out.yieldAll(all); }"));
  }

  @Test
  void a28_yieldDeepInFinally() {
    refused(
        Message.YieldInFinally,
        generator("try { } finally { for (int i = 0; i < 2; i++) { «out.yield(\"\"); } }"));
  }

  @Test
  void a28_nestedFinallyIsReportedOnce() {
    refused(
        Message.YieldInFinally,
        generator("try { } finally { try { } finally { «out.yield(\"\"); } }"));
  }

  @Test
  void a28_yieldInFinallyOfResource() {
    refused(
        Message.YieldInFinally,
        Source.members(
            "@AsyncResource void m(Yield<String> out) { try { } finally { «out.yield(\"\"); } }\n"));
  }

  @Test
  void a28_awaitInFinallyIsFine() {
    accepted(generator("try { out.yield(\"\"); } finally { await(s); }"));
  }
}
