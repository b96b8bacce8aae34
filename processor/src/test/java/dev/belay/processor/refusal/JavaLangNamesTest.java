package dev.belay.processor.refusal;

import static dev.belay.processor.refusal.Check.accepted;

import org.junit.jupiter.api.Test;

/** Classes of the package that have the names of those that generated code needs (JLS 6.4.1). */
class JavaLangNamesTest {
  private static final String NAMESAKES =
      """
      class Object {}
      class Throwable {}
      class String {}
      class Integer {}
      class Void {}
      class Class {}
      class Record {}
      class Exception {}
      class IllegalStateException {}
      @interface Override {}
      @interface SuppressWarnings { java.lang.String[] value(); }
      class CompletableFuture {}
      class MethodMachine {}
      class AsyncIterable {}
      class Hidden {}
      """;

  private static Source of(String packageName, String members) {
    String path = packageName.isEmpty() ? "" : packageName + "/";
    String header = packageName.isEmpty() ? "" : "package " + packageName + ";\n";
    return Source.of(
        path + "T.java",
        header
            + "import static dev.belay.Async.*;\n"
            + "import dev.belay.AsyncGenerator;\n"
            + "import dev.belay.AsyncMethod;\n"
            + "import dev.belay.AsyncResource;\n"
            + "import dev.belay.Yield;\n"
            + "import java.util.concurrent.CompletionStage;\n"
            + NAMESAKES
            + "class T {\n"
            + members
            + "}\n");
  }

  private static final String MEMBERS =
      """
      private int secret;
      private record Row(int n) {}
      @AsyncMethod java.lang.Object m(Object o, CompletionStage<Integer> s, CompletionStage<?> t) {
        java.lang.String text = "import java.lang.Fake;";
        Integer awaited = await(s);
        Row row = new Row(secret++);
        try {
          await(t);
          secret += row.n();
        } catch (java.lang.IllegalStateException e) {
          throw new java.lang.IllegalStateException(text, e);
        } finally {
          secret--;
        }
        java.lang.Object any = row;
        return any instanceof Row r && r.n() > 0 ? awaited : new String();
      }
      @AsyncGenerator void gen(CompletionStage<String> s, Yield<Object> out) {
        out.yield(new Object());
        await(s);
      }
      @AsyncResource void res(CompletionStage<String> s, Yield<String> out) {
        try {
          out.yield(await(s));
        } finally {
          await(s);
        }
      }
      @AsyncMethod Throwable use(CompletionStage<String> s) {
        String opened = using(TAsync.res(this, s));
        for (Object each : each(TAsync.gen(this, s))) {
          each.hashCode();
        }
        var several = java.util.List.of("a", 1);
        await(s);
        several.get(0).compareTo(null);
        return new Throwable();
      }
      @AsyncResource static class Res {
        Res(String name) {}
        Object open() { return null; }
        void close() {}
      }
      """;

  @Test
  void inAPackage() {
    accepted(of("t", MEMBERS));
  }

  @Test
  void inNoPackage() {
    accepted(of("", MEMBERS));
  }
}
