package dev.belay.processor.refusal;

import static dev.belay.processor.refusal.Check.accepted;
import static dev.belay.processor.refusal.Check.errors;
import static dev.belay.processor.refusal.Check.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A template is not there to be called: the message names what is. */
class DirectCallTest {
  private static final Source TEMPLATES =
      Source.members(
          """
          @AsyncMethod public static int one(int a) { return a; }
          @AsyncMethod public int two(int a, String... b) { return a; }
          @AsyncGenerator public static void rows(int size, Yield<String> out) {}
          @AsyncResource public void opened(Yield<String> out) { out.yield(""); }
          """);

  private static void refusedIn(String file) {
    refused("TemplateCalledDirectly", TEMPLATES, Source.file("Use", file));
  }

  @Test
  void staticFromAnotherClass() {
    refusedIn("class Use { int f = T«.one(1); }");
  }

  @Test
  void staticallyImported() {
    refusedIn("import static t.T.one;\n class Use { int f = «one(1); }");
  }

  @Test
  void instanceFromAnotherClass() {
    refusedIn("class Use { int f(T t) { return t«.two(1); } }");
  }

  @Test
  void generator() {
    refusedIn("class Use { void f(Yield<String> out) { T«.rows(1, out); } }");
  }

  @Test
  void resource() {
    refusedIn("class Use { void f(T t, Yield<String> out) { t«.opened(out); } }");
  }

  @Test
  void throughASubclass() {
    refusedIn("class Use extends T { int f() { return «two(1); } }");
  }

  @Test
  void throughSuper() {
    refusedIn("class Use extends T { int f() { return super«.two(1); } }");
  }

  @Test
  void throughAVariableOfASubclass() {
    refusedIn("class Use extends T { static int f(Use use) { return use«.two(1); } }");
  }

  @Test
  void onAComputedReceiver() {
    refusedIn("class Use { int f(List<T> all) { return all.get(0)«.two(1); } }");
  }

  @Test
  void staticMethodReference() {
    refusedIn("class Use { IntUnaryOperator f = «T::one; }");
  }

  @Test
  void boundMethodReference() {
    refusedIn("class Use { Function<Integer, Integer> f(T t) { return «t::two; } }");
  }

  @Test
  void unboundMethodReference() {
    refusedIn("class Use { BiFunction<T, Integer, Integer> f = «T::two; }");
  }

  @Test
  void inALambda() {
    refusedIn("class Use { IntSupplier f = () -> T«.one(1); }");
  }

  @Test
  void inAFieldOfALocalClass() {
    refusedIn("class Use { void f() { class L { int g = T«.one(1); } } }");
  }

  @Test
  void inAnAnonymousSubclass() {
    refusedIn("class Use { Object f = new T() { int g() { return «two(1); } }; }");
  }

  @Test
  void fromASibling() {
    refused(
        "TemplateCalledDirectly",
        Source.members(
            "@AsyncMethod int one() { return 1; }\n int two() { return this«.one(); }\n"));
  }

  @Test
  void fromItsOwnBody() {
    refused(
        "TemplateCalledDirectly",
        Source.members("@AsyncMethod int one(int a) { return a == 0 ? 0 : «one(a - 1); }\n"));
  }

  @Test
  void fromAnotherTemplate() {
    refused(
        "TemplateCalledDirectly",
        Source.members(
            """
            @AsyncMethod int one() { return 1; }
            @AsyncMethod int two(CompletionStage<Integer> s) { return await(s) + «one(); }
            """));
  }

  @Test
  void awaitedInAnotherTemplate() {
    errors(
        List.of("TemplateCalledDirectly"),
        Source.members(
            """
            @AsyncMethod CompletionStage<String> one() { return null; }
            @AsyncMethod String two() { return await(«one()); }
            """));
  }

  @Test
  void fromAnotherTemplateOfAnotherClass() {
    refusedIn("class Use { @AsyncMethod int f(T t) { return t«.two(1); } }");
  }

  @Test
  void inAMethodReferenceOfAnotherTemplate() {
    refusedIn("class Use { @AsyncMethod void f() { IntUnaryOperator g = «T::one; } }");
  }

  @Test
  void inALambdaOfAnotherTemplate() {
    refusedIn("class Use { @AsyncMethod void f() { IntSupplier g = () -> T«.one(1); } }");
  }

  @Test
  void privateTemplate() {
    refused(
        "TemplateCalledDirectly",
        Source.members(
            "@AsyncMethod private static int one() { return 1; }\n int two() { return «one(); }\n"));
  }

  @Test
  void fromANestedClass() {
    refused(
        "TemplateCalledDirectly",
        Source.members(
            "@AsyncMethod private int one() { return 1; }\n class I { int f() { return «one(); } }\n"));
  }

  @Test
  void eachCallOnce() {
    errors(
        List.of("TemplateCalledDirectly", "TemplateCalledDirectly"),
        TEMPLATES,
        Source.file("Use", "class Use { int f = T«.one(1);\n class I { int g = T«.one(2); } }"));
  }

  @Test
  void companionsAreFine() {
    accepted(
        TEMPLATES,
        Source.file(
            "Use",
            """
            class Use {
              CompletableFuture<Integer> a = TAsync.one(1);
              IntFunction<CompletableFuture<Integer>> b = TAsync::one;
              @AsyncMethod int c(T t) { return await(TAsync.two(t, 1, "")); }
            }
            """));
  }

  @Test
  void overloadThatIsNoTemplateIsFine() {
    accepted(
        Source.members(
            """
            @AsyncMethod int one(int a) { return a; }
            int one(String a) { return 0; }
            int two() { return one(""); }
            """));
  }

  @Test
  void overrideThatIsNoTemplateIsFine() {
    accepted(
        TEMPLATES,
        Source.file(
            "Use",
            "class Use extends T { public int two(int a, String... b) { return 0; }"
                + " int f() { return two(1); } }"));
  }

  @Test
  void messageNamesTheCompanionWithItsArguments() {
    assertThat(text("class Use { int f(T t) { return t.two(1); } }"))
        .contains("'two' is a template")
        .contains("Did you mean: TAsync.two(t, a, b)");
    assertThat(text("class Use { int f = T.one(1); }")).contains("TAsync.one(a)");
    assertThat(text("class Use { void f(Yield<String> o) { T.rows(1, o); } }"))
        .contains("TAsync.rows(size)");
  }

  @Test
  void messageNamesTheCompanionOfANestedClass() {
    String text =
        Check.compile(
                List.of(),
                List.of(),
                Source.members(
                    """
                    static class N { @AsyncMethod static int one() { return 1; } }
                    int f() { return N.one(); }
                    """))
            .errors()
            .get(0)
            .getMessage(Locale.ROOT);

    assertThat(text).contains("T_NAsync.one()");
  }

  private static String text(String file) {
    return Check.compile(List.of(), List.of(), TEMPLATES, Source.file("Use", file))
        .errors()
        .get(0)
        .getMessage(Locale.ROOT);
  }
}
