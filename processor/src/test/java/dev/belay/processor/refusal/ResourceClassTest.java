package dev.belay.processor.refusal;

import static dev.belay.processor.refusal.Check.accepted;
import static dev.belay.processor.refusal.Check.errors;
import static dev.belay.processor.refusal.Check.refused;

import dev.belay.processor.report.Message;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a resource class must look like: one error at the token that is to be changed. */
class ResourceClassTest {

  private static Source resource(String members) {
    return Source.type("@AsyncResource final class T {\n" + members + "}\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "void open() {}\n void close() {}\n",
        """
            private void open() { await(stage()); }
             private void close(Throwable t) {}
            private CompletionStage<?> stage() { return null; }
            """,
        "CompletionStage<?> open() { return null; }\n boolean close(Throwable t) { return true; }\n",
        "Future<?> open() { return null; }\n Boolean close() { return null; }\n",
        "int open() { return 1; }\n CompletableFuture<Boolean> close() { return null; }\n",
        "void open() {}\n void open(int a) {}\n void close() {}\n void close(int a) {}\n",
        """
            T() throws IOException {}
             private T(int a) {}
             <X extends Number> T(X a, X... b) {}
            void open() throws IOException {}
             void close(final Throwable t) throws Exception {}
            """,
        "synchronized CompletionStage<?> open() { return null; }\n void close() {}\n",
        """
            void open() {}
             void close() {}
            @AsyncMethod int sum(int a) { using(TScope.of()); return a; }
            """,
      })
  void accepts(String members) {
    accepted(resource(members));
  }

  @Test
  void acceptsRecordsAndNestedAndGenericClasses() {
    accepted(
        Source.type(
            """
            @AsyncResource record T<K extends Comparable<K>>(K key) {
            K open() { return key; }
            CompletionStage<Boolean> close(Throwable t) { return null; }
            @AsyncResource static class N { void open() {}
             void close() {} }
            static AsyncScope<String> a() { return TScope.of(""); }
            static AsyncScope<N> b() { return T_NScope.of(); }
            }
            """));
  }

  @Test
  void acceptsStagesThatAreInherited() {
    accepted(
        Source.type(
            """
            class Base {
             CompletionStage<?> open() { return null; }
             public CompletableFuture<Void> close() { return null; }
            }
            @AsyncResource final class T extends Base {}
            """));
  }

  @Test
  void acceptsOtherNames() {
    accepted(
        Source.type(
            """
            @AsyncResource(open = "start", close = "stop") class T implements AutoCloseable {
             void start() { await(stage()); }
             void stop(Throwable t) { await(stage()); }
             public void close() {}
             CompletionStage<?> stage() { return null; }
            }
            """));
  }

  @Test
  void bodiesThatNeverWaitMayBeCalledAsWell() {
    accepted(
        resource(
            """
            void open() {}
            void close(Throwable t) {}
            void both() { open(); close(null); }
            """));
  }

  @Test
  void nothingToOpenWith() {
    refused(
        Message.ResourceMethodMissing,
        Source.type("@AsyncResource final «class T { void close() {} }\n"));
  }

  @Test
  void nothingToCloseWith() {
    refused(
        Message.ResourceMethodMissing,
        Source.type("@AsyncResource final «class T { void open() {} }\n"));
  }

  @Test
  void nothingAtAll() {
    errors(
        List.of(Message.ResourceMethodMissing.name(), Message.ResourceMethodMissing.name()),
        Source.type(
            "@AsyncResource(open = «\"start\", close = «\"stop\") class T { void open() {} }\n"));
  }

  @Test
  void openWithParameter() {
    refused(
        Message.ResourceMethodUnfit, resource("void open(«String name) {}\n void close() {}\n"));
  }

  @Test
  void closeWithAnotherParameter() {
    refused(
        Message.ResourceMethodUnfit, resource("void open() {}\n void close(«Exception e) {}\n"));
  }

  @Test
  void closeWithTwoParameters() {
    refused(
        Message.ResourceMethodUnfit,
        resource("void open() {}\n void close(Throwable t, «boolean now) {}\n"));
  }

  @Test
  void closeWithAndWithoutParameter() {
    refused(
        Message.ResourceMethodAmbiguous,
        resource("void open() {}\n void close(Throwable t) {}\n public void «close() {}\n"));
  }

  @Test
  void oneMethodForBoth() {
    refused(
        Message.ResourceMethodAmbiguous,
        Source.type(
            "@AsyncResource(open = \"run\", close = «\"run\") class T { void run() {} }\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "static void «open() {}\n void close() {}\n",
        "void open() {}\n static boolean «close() { return true; }\n",
        "static CompletionStage<?> «open() { return null; }\n void close() {}\n",
        "void open() {}\n final «int close() { return 1; }\n",
        "void open() {}\n public «Future<?> close() { return null; }\n",
        "<X> void «open() {}\n void close() {}\n",
        "@AsyncMethod void «open() {}\n void close() {}\n",
        "private CompletionStage<?> «open() { return null; }\n void close() {}\n",
        "void open() {}\n private CompletionStage<?> «close() { return null; }\n",
      })
  void unfit(String members) {
    refused(Message.ResourceMethodUnfit, resource(members));
  }

  @Test
  void inheritedTemplate() {
    refused(
        Message.ResourceMethodUnfit,
        Source.type(
            """
            class Base { void open() {} }
            @AsyncResource final «class T extends Base { void close() {} }
            """));
  }

  @Test
  void synchronizedTemplate() {
    refused(
        Message.TemplateSynchronized, resource("void open() {}\n synchronized void «close() {}\n"));
  }

  @Test
  void nativeTemplate() {
    refused(Message.TemplateHasNoBody, resource("native void «open();\n void close() {}\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@AsyncResource «interface T { void open();\n void close(); }\n",
        "@AsyncResource «enum T { A; void open() {}\n void close() {} }\n",
        "@AsyncResource abstract «class T { void open() {}\n void close() {} }\n",
        "@AsyncResource @«interface T { int open();\n int close(); }\n",
        "class T { @AsyncResource «class Inner { void open() {}\n void close() {} } }\n",
        "interface T { @AsyncResource «interface I { void open();\n void close(); } }\n",
      })
  void whatCannotBeInstantiated(String type) {
    refused(Message.ResourceClassKind, Source.type(type));
  }

  @Test
  void privateConstructors() {
    refused(
        Message.ResourceConstructorPrivate,
        resource(
            """
            private «T() {}
             private T(int a) {}
            void open() {}
             void close() {}
             static T t() { return new T(); }
            """));
  }

  @Test
  void privateClass() {
    refused(
        Message.PrivateType,
        Source.members(
            "@AsyncResource\n private static «class R { void open() {}\n void close() {} }\n"));
  }

  @Test
  void privateTypesInTheDeclaration() {
    errors(
        List.of(Message.PrivateType.name(), Message.PrivateType.name()),
        resource(
            """
            private static class P {}
            T(«P p) {}
            public «P open() { return null; }
            void close() {}
            """));
  }

  @Test
  void localClass() {
    refused(
        "TemplateIsLocal",
        Source.members(
            "void m() { @AsyncResource «class L { void open() {}\n void close() {} } }\n"));
  }

  @Test
  void templateCalledDirectly() {
    refused(
        "TemplateCalledDirectly",
        Source.members(
            """
            void m() { new R()«.open(); }
            @AsyncResource static class R {
             void open() { await(CompletableFuture.completedFuture(1)); }
             void close() {}
            }
            """));
  }

  @Test
  void suspensionInAMethodThatReturnsAStage() {
    refused(
        "SuspensionOutsideBody",
        resource("CompletionStage<?> open() { «await(open()); return null; }\n void close() {}\n"));
  }

  @Test
  void aBodyThatDoesNotCompile() {
    refused(
        Message.SuspensionInLambda,
        resource(
            """
            void open() { Runnable r = () -> «await(CompletableFuture.completedFuture(1)); }
            void close() {}
            static AsyncScope<T> use() { return TScope.of(); }
            """));
  }

  @Test
  void callersOfAClassWithErrorsAreNotReportedAsWell() {
    refused(
        Message.ResourceMethodMissing,
        Source.type(
            """
            @AsyncResource final «class T { T(int a) {}
             void close() {}
            static AsyncScope<T> use() { return TScope.of(1); } }
            """));
  }
}
