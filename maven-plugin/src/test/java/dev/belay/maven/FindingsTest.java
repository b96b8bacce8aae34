package dev.belay.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What of javac's messages is a finding, an error of the source, or news about Belay itself. */
class FindingsTest {
  private static Findings of(Diagnostic.Kind kind, String code, String text) {
    return Findings.of(List.of(new Said(kind, code, text)));
  }

  @Test
  void aFindingNamesItsRuleTwice() {
    String text = "[LeakedScope] this\n  why\n  to silence: @SuppressWarnings(\"LeakedScope\")";

    assertThat(of(Diagnostic.Kind.ERROR, "compiler.err.proc.messager", text))
        .isEqualTo(
            new Findings(
                List.of(new Findings.Message(Diagnostic.Kind.ERROR, text)), List.of(), List.of()));
  }

  @Test
  void errorsOfJavacAndOfProcessorsAreBrokenSource() {
    assertThat(of(Diagnostic.Kind.ERROR, "compiler.err.cant.resolve", "no").broken()).hasSize(1);
    assertThat(of(Diagnostic.Kind.ERROR, "compiler.err.proc.messager", "[AutoValue] no").broken())
        .hasSize(1);
  }

  @Test
  void aRuleThatFailedIsSaid() {
    Findings findings =
        of(Diagnostic.Kind.WARNING, "compiler.warn.proc.messager", "[RuleFault] it failed\n  why");

    assertThat(findings.notes()).hasSize(1);
    assertThat(findings.found()).isEmpty();
  }

  @Test
  void warningsOfOthersAreNotOurs() {
    assertThat(of(Diagnostic.Kind.WARNING, "compiler.warn.proc.messager", "[Other] look").notes())
        .isEmpty();
  }

  @Test
  void whatBelaySaysOfItselfIsKnown() throws ClassNotFoundException {
    Object[] messages = Class.forName("dev.belay.processor.report.Message").getEnumConstants();

    assertThat(Arrays.stream(messages).map(Object::toString)).containsAll(Findings.OF_ITSELF);
  }

  /** A message, printed as its text alone. */
  private record Said(Kind kind, String code, String text) implements Diagnostic<JavaFileObject> {
    @Override
    public Kind getKind() {
      return kind;
    }

    @Override
    public @Nullable JavaFileObject getSource() {
      return null;
    }

    @Override
    public long getPosition() {
      return NOPOS;
    }

    @Override
    public long getStartPosition() {
      return NOPOS;
    }

    @Override
    public long getEndPosition() {
      return NOPOS;
    }

    @Override
    public long getLineNumber() {
      return NOPOS;
    }

    @Override
    public long getColumnNumber() {
      return NOPOS;
    }

    @Override
    public String getCode() {
      return code;
    }

    @Override
    public String getMessage(Locale locale) {
      return text;
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
