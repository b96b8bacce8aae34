package dev.belay.processor.refusal;

import static dev.belay.processor.refusal.Check.accepted;
import static dev.belay.processor.refusal.Check.errors;
import static dev.belay.processor.refusal.Check.refused;

import dev.belay.processor.report.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a template's declaration may look like, whatever its body does. */
class DeclarationTest {

  @Test
  void abstractMethod() {
    refused(
        Message.TemplateHasNoBody,
        Source.type("abstract class T { @AsyncMethod abstract int «m(); }"));
  }

  @Test
  void nativeMethod() {
    refused(Message.TemplateHasNoBody, Source.members("@AsyncMethod static native int «m();\n"));
  }

  @Test
  void interfaceMethodWithoutDefault() {
    refused(Message.TemplateHasNoBody, Source.type("interface T { @AsyncMethod int «m(); }"));
  }

  @Test
  void abstractGenerator() {
    refused(
        Message.TemplateHasNoBody,
        Source.type("abstract class T { @AsyncGenerator abstract void «m(Yield<String> out); }"));
  }

  @Test
  void abstractResource() {
    refused(
        Message.TemplateHasNoBody,
        Source.type("abstract class T { @AsyncResource abstract void «m(Yield<String> out); }"));
  }

  @Test
  void twoAnnotations() {
    refused(
        Message.TemplateKinds,
        Source.members("@AsyncGenerator @AsyncResource void «m(Yield<String> out) {}\n"));
  }

  @Test
  void methodAndGenerator() {
    refused(Message.TemplateKinds, Source.members("@AsyncMethod @AsyncGenerator void «m() {}\n"));
  }

  @Test
  void allThreeAnnotations() {
    refused(
        Message.TemplateKinds,
        Source.members(
            """
            @AsyncMethod @AsyncGenerator @AsyncResource void «m(Yield<A> out) {}
            static class A {}
            """));
  }

  @Test
  void annotationTwiceIsJavacs() {
    errors(
        List.of("compiler.err.duplicate.annotation.missing.container"),
        Source.members("@AsyncMethod «@AsyncMethod int m() { return 1; }\n"));
  }

  @Test
  void synchronizedMethod() {
    refused(
        Message.TemplateSynchronized,
        Source.members("@AsyncMethod synchronized int «m() { return 1; }\n"));
  }

  @Test
  void synchronizedGenerator() {
    refused(
        Message.TemplateSynchronized,
        Source.members("@AsyncGenerator static synchronized void «m(Yield<String> out) {}\n"));
  }

  @Test
  void generatorWithResult() {
    refused(
        Message.GeneratorNotVoid,
        Source.members("@AsyncGenerator «String m(Yield<String> out) { return null; }\n"));
  }

  @Test
  void generatorWithPrimitiveResult() {
    refused(
        Message.GeneratorNotVoid,
        Source.members("@AsyncGenerator private static «int m(Yield<String> out) { return 1; }\n"));
  }

  @Test
  void generatorWithArrayResult() {
    refused(
        Message.GeneratorNotVoid,
        Source.members("@AsyncGenerator «int[] m(Yield<String> out) { return null; }\n"));
  }

  @Test
  void genericGeneratorWithResult() {
    refused(
        Message.GeneratorNotVoid,
        Source.members("@AsyncGenerator <A> «List<A> m(Yield<A> out) { return null; }\n"));
  }

  @Test
  void resourceWithResult() {
    refused(
        Message.GeneratorNotVoid,
        Source.members("@AsyncResource «String m(Yield<String> out) { return null; }\n"));
  }

  @Test
  void generatorWithoutYield() {
    refused(Message.YieldMissing, Source.members("@AsyncGenerator void «m() {}\n"));
  }

  @Test
  void generatorWithOtherParameters() {
    refused(Message.YieldMissing, Source.members("@AsyncGenerator void «m(int a, String b) {}\n"));
  }

  @Test
  void resourceWithoutYield() {
    refused(
        Message.YieldMissing, Source.members("@AsyncResource static void «m(String name) {}\n"));
  }

  @Test
  void arrayOfYieldIsNone() {
    refused(
        Message.YieldMissing, Source.members("@AsyncGenerator void «m(Yield<String>... out) {}\n"));
  }

  @Test
  void yieldNotLast() {
    refused(
        Message.YieldNotLast,
        Source.members("@AsyncGenerator void m(«Yield<String> out, int a) {}\n"));
  }

  @Test
  void finalYieldNotLast() {
    refused(
        Message.YieldNotLast,
        Source.members("@AsyncResource void m(int a, «final Yield<String> out, int b) {}\n"));
  }

  @Test
  void twoYields() {
    refused(
        Message.YieldMoreThanOne,
        Source.members("@AsyncGenerator void m(«Yield<String> a, Yield<String> b) {}\n"));
  }

  @Test
  void rawYield() {
    refused(Message.YieldRaw, Source.members("@AsyncGenerator void m(int a, «Yield out) {}\n"));
  }

  @Test
  void rawExchange() {
    refused(Message.YieldRaw, Source.members("@AsyncGenerator void m(int a, «Exchange out) {}\n"));
  }

  @Test
  void exchangeNotLast() {
    refused(
        Message.YieldNotLast,
        Source.members("@AsyncGenerator void m(«Exchange<String, String> out, int a) {}\n"));
  }

  @Test
  void yieldAndExchange() {
    refused(
        Message.YieldMoreThanOne,
        Source.members(
            "@AsyncGenerator void m(«Yield<String> a, Exchange<String, String> out) {}\n"));
  }

  @Test
  void yieldInMethod() {
    refused(
        Message.YieldInMethod,
        Source.members("@AsyncMethod void m(int a, «Yield<String> out) {}\n"));
  }

  @Test
  void exchangeInMethod() {
    refused(
        Message.YieldInMethod,
        Source.members("@AsyncMethod void m(«Exchange<String, String> out) {}\n"));
  }

  @Test
  void exchangeInResource() {
    refused(
        Message.ExchangeInResource,
        Source.members("@AsyncResource void m(«Exchange<String, String> out) {}\n"));
  }

  @Test
  void constructor() {
    errors(
        List.of("compiler.err.annotation.type.not.applicable"),
        Source.members("«@AsyncMethod T() {}\n"));
  }

  @Test
  void constructorOfResource() {
    errors(
        List.of("compiler.err.annotation.type.not.applicable"),
        Source.members("«@AsyncResource T() {}\n"));
  }

  @Test
  void annotatedField() {
    errors(
        List.of("compiler.err.annotation.type.not.applicable"),
        Source.members("«@AsyncMethod int m;\n"));
  }

  @Test
  void annotatedClass() {
    errors(
        List.of("compiler.err.annotation.type.not.applicable"),
        Source.type("«@AsyncMethod class T {}"));
  }

  @Test
  void severalMistakesAreSeveralErrors() {
    errors(
        List.of("TemplateSynchronized", "GeneratorNotVoid", "YieldMissing"),
        Source.members(
            """
            @AsyncMethod synchronized int «a() { return 1; }
            @AsyncGenerator «int b(Yield<String> out) { return 1; }
            @AsyncGenerator void «c() {}
            """));
  }

  @Test
  void everyKindOfOwner() {
    accepted(
        Source.type(
            """
            interface T {
              @AsyncMethod default int a() { return await(CompletableFuture.completedFuture(1)); }
              @AsyncMethod static int b() { return await(CompletableFuture.completedFuture(1)); }
              @AsyncMethod private int c() { return await(CompletableFuture.completedFuture(1)); }
              enum E {
                ONE, TWO;
                @AsyncMethod int d(CompletionStage<Integer> s) { return await(s) + ordinal(); }
              }
              record R(CompletionStage<Integer> s) {
                @AsyncMethod int e() { return await(s); }
              }
              abstract class A {
                @AsyncMethod int f(CompletionStage<Integer> s) { return await(s); }
              }
              @interface N {
                class Inside {
                  @AsyncMethod int g(CompletionStage<Integer> s) { return await(s); }
                }
              }
            }
            """));
  }

  @Test
  void typeVariableThatHidesThatOfTheClass() {
    Check.refused(
        Message.Unsupported,
        Source.type(
            """
            class T<R> {
              class Inner<S> {
                @AsyncMethod <Q, «R> Q m(CompletionStage<Q> s, R r) { return await(s); }
              }
              @AsyncMethod static <R> R legal(CompletionStage<R> s) { return await(s); }
            }
            """));
  }
}
