package dev.belay.processor.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;

/** Bodies may use what other processors generate, in whatever round. */
class RoundsTest {
  private static final String MADE =
      "package t; public class Made<A> { public A a; public static int f() { return 1; } }";
  private static final Source USER =
      Source.members(
          """
          @AsyncMethod int m(CompletionStage<Integer> s) {
            Made<Integer> made = new Made<>();
            made.a = await(s);
            return made.a + Made.f();
          }
          """);

  /** A second processor that keeps the rounds going until the first is ready. */
  private static final OtherProcessor earlier(int round) {
    return OtherProcessor.inRound(round)
        .generating("t.Round" + round, "package t; class Round" + round + " {}");
  }

  private static void compiles(List<Processor> others, Source... sources) {
    Compilation compilation =
        Check.compile(List.of("-Xlint:all,-processing", "-Werror"), others, sources);

    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.warnings()).isEmpty();
  }

  @Test
  void typeOfTheFirstRound() {
    compiles(List.of(OtherProcessor.inRound(1).generating("t.Made", MADE)), USER);
  }

  @Test
  void typeOfTheSecondRound() {
    compiles(List.of(earlier(1), OtherProcessor.inRound(2).generating("t.Made", MADE)), USER);
  }

  @Test
  void typeOfTheThirdRound() {
    compiles(
        List.of(earlier(1), earlier(2), OtherProcessor.inRound(3).generating("t.Made", MADE)),
        USER);
  }

  @Test
  void typeImportedFromAnotherPackage() {
    compiles(
        List.of(
            earlier(1),
            OtherProcessor.inRound(2)
                .generating("other.Made", MADE.replace("package t", "package other"))),
        Source.type(
            """
            import other.Made;
            class T {
              @AsyncMethod int m(CompletionStage<Integer> s) { return await(s) + Made.f(); }
            }
            """));
  }

  @Test
  void typeInTheSignature() {
    compiles(
        List.of(earlier(1), OtherProcessor.inRound(2).generating("t.Made", MADE)),
        Source.members(
            """
            @AsyncMethod Made<String> m(Made<String> made, CompletionStage<String> s) {
              made.a = await(s);
              return made;
            }
            @AsyncGenerator void g(Yield<Made<String>> out) { out.yield(null); }
            """));
  }

  @Test
  void typeOfAFieldAndOfAMethod() {
    compiles(
        List.of(earlier(1), OtherProcessor.inRound(2).generating("t.Made", MADE)),
        Source.members(
            """
            private Made<Integer> field;
            private Made<Integer> make() { return field; }
            @AsyncMethod int a(CompletionStage<Integer> s) { return await(s) + field.a; }
            @AsyncMethod int b(CompletionStage<Integer> s) { return await(s) + make().a; }
            @AsyncMethod int c(CompletionStage<Integer> s) {
              field = make();
              await(s);
              var made = field;
              await(s);
              return made.a;
            }
            """));
  }

  @Test
  void superclassOfTheTemplatesClass() {
    compiles(
        List.of(earlier(1), OtherProcessor.inRound(2).generating("t.Made", MADE)),
        Source.type(
            """
            class T extends Made<Integer> {
              @AsyncMethod int m(CompletionStage<Integer> s) { return await(s) + a + f(); }
            }
            """));
  }

  @Test
  void superclassOfAClassInAnotherFile() {
    compiles(
        List.of(earlier(1), OtherProcessor.inRound(2).generating("t.Made", MADE)),
        Source.file("Middle", "class Middle extends Made<Integer> { int b; }"),
        Source.type(
            """
            class T extends Middle {
              @AsyncMethod int m(CompletionStage<Integer> s) { return await(s) + a + b + f(); }
            }
            """));
  }

  @Test
  void superclassOfAClassThatABodyUses() {
    compiles(
        List.of(earlier(1), OtherProcessor.inRound(2).generating("t.Made", MADE)),
        Source.file("Far", "class Far extends Middle { static Far far() { return new Far(); } }"),
        Source.file("Middle", "class Middle extends Made<Integer> { int b; }"),
        Source.members(
            """
            @AsyncMethod int m(CompletionStage<Integer> s) {
              return await(s) + Far.far().a + Far.f();
            }
            @AsyncMethod static Made<Integer> made(CompletionStage<Far> s) { return await(s); }
            """));
  }

  @Test
  void interfaceOfAClassInAnotherFile() {
    compiles(
        List.of(
            OtherProcessor.inRound(2)
                .generating("t.Named", "package t; interface Named { String name(); }"),
            earlier(1)),
        Source.file("Middle", "abstract class Middle implements Named { }"),
        Source.members(
            """
            @AsyncMethod String m(CompletionStage<Middle> s) { return await(s).name(); }
            """));
  }

  @Test
  void neverGeneratedForAnotherFile() {
    Compilation compilation =
        Check.compile(
            List.of(),
            List.of(earlier(1), earlier(2)),
            Source.file("Middle", "class Middle extends Made { }"),
            Source.members("@AsyncMethod int m(Middle middle) { return middle.f(); }\n"));

    assertThat(compilation.errors().stream().map(Check::describe))
        .containsExactly("t/Middle.java:8:22 compiler.err.cant.resolve");
  }

  @Test
  void twoTypesOfDifferentRounds() {
    compiles(
        List.of(
            OtherProcessor.inRound(1).generating("t.One", "package t; class One {}"),
            OtherProcessor.inRound(2).generating("t.Two", "package t; class Two extends One {}")),
        Source.members(
            """
            @AsyncMethod Object m(CompletionStage<One> s) {
              One one = await(s);
              return one == null ? new Two() : one;
            }
            """));
  }

  @Test
  void generatedTypeWithTemplates() {
    compiles(
        List.of(
            OtherProcessor.inRound(1)
                .generating(
                    "t.Made",
                    "package t; class Made { @dev.belay.AsyncMethod static int f() { return 1; }"
                        + " }")),
        Source.members("@AsyncMethod int m() { return await(MadeAsync.f()); }\n"));
  }

  @Test
  void bodyThatCallsABodyThatWaits() {
    compiles(
        List.of(earlier(1), OtherProcessor.inRound(2).generating("t.Made", MADE)),
        USER,
        Source.file(
            "Use", "class Use { @AsyncMethod int m(T t) { return await(TAsync.m(t, null)); } }"));
  }

  @Test
  void companionInAnotherClassesSignature() {
    compiles(
        List.of(earlier(1), OtherProcessor.inRound(2).generating("t.Made", MADE)),
        USER,
        Source.file(
            "Use",
            """
            import static t.TAsync.m;
            class Use {
              Object field = m(null, null);
            }
            """));
  }

  @Test
  void neverGenerated() {
    Compilation compilation =
        Check.compile(
            List.of(),
            List.of(earlier(1), earlier(2), earlier(3)),
            Source.members("@AsyncMethod void m() { Made made = null; }\n"));

    assertThat(compilation.errors()).hasSize(1);
    assertThat(Check.describe(compilation.errors().get(0))).startsWith("t/T.java:9:25 ");
  }

  @Test
  void oneOfTwoIsNeverGenerated() {
    Compilation compilation =
        Check.compile(
            List.of(),
            List.of(OtherProcessor.inRound(1).generating("t.Made", MADE)),
            Source.members("@AsyncMethod void m() { Made<?> made = null; Missing missing; }\n"));

    assertThat(compilation.errors()).hasSize(1);
    assertThat(Check.describe(compilation.errors().get(0))).startsWith("t/T.java:9:46 ");
  }

  @Test
  void errorOfAnotherProcessorIsNotFollowedByOurs() {
    Compilation compilation =
        Check.compile(
            List.of(),
            List.of(OtherProcessor.inRound(1).generating("t.Made", "package t; class Made {")),
            Source.members("@AsyncMethod void m() { Made made = null; }\n"));

    assertThat(compilation.errors().stream().map(Check::describe))
        .allSatisfy(error -> assertThat(error).contains("Made.java"));
  }
}
