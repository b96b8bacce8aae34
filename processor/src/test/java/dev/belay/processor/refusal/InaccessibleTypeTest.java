package dev.belay.processor.refusal;

import static dev.belay.processor.refusal.Check.accepted;
import static dev.belay.processor.refusal.Check.errors;
import static dev.belay.processor.refusal.Check.refused;

import dev.belay.processor.report.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Classes that are open to the template, or to nobody, and not to its companion (JLS 6.6.1). */
class InaccessibleTypeTest {
  private static final Source BASE =
      Source.of(
          "p/Base.java",
          """
          package p;
          public class Base {
            protected static class Node {
              public int n = 1;
              public static class Inner {}
            }
            protected enum Color { RED }
            protected Node make() { return new Node(); }
            static class Own {
              public int n = 2;
            }
            public static Own own() { return new Own(); }
            public static java.util.List<Own> all() { return java.util.List.of(); }
            public static int use(Own own, int n) { return own.n + n; }
            public static int size(Object any, int n) { return n; }
          }
          """);

  private static void denied(String members) {
    refused(
        Message.InaccessibleType,
        BASE,
        Source.type("class T extends p.Base {\n" + members + "\n}\n"));
  }

  private static String body(String text) {
    return "@AsyncMethod int m(CompletionStage<Integer> s) throws Exception {\n" + text + "\n}";
  }

  @Test
  void protectedClassOfAVariable() {
    denied(body("«Node node = make();\n return await(s) + node.n;"));
  }

  @Test
  void protectedClassThatIsOnlyInferred() {
    denied(body("var node = «make();\n return await(s) + node.n;"));
  }

  @Test
  void protectedEnumAsAQualifier() {
    denied(body("Object any = «Color.RED;\n return await(s) + any.hashCode();"));
  }

  @Test
  void classInsideOfAProtectedOne() {
    denied(body("Object any = new «Node.Inner();\n return await(s) + any.hashCode();"));
  }

  @Test
  void protectedClassInATypeArgument() {
    denied(body("List<«Node> nodes = List.of();\n return await(s) + nodes.size();"));
  }

  @Test
  void protectedClassInALambda() {
    denied(
        body(
            "Supplier<Object> f = () -> { «Node n = make(); return n; };\n return await(s) + f.get().hashCode();"));
  }

  @Test
  void protectedParameter() {
    denied("@AsyncMethod int m(«Node node, CompletionStage<Integer> s) { return await(s); }");
  }

  @Test
  void protectedResult() {
    denied("@AsyncMethod List<«Node> m(CompletionStage<Integer> s) { await(s); return null; }");
  }

  @Test
  void packagePrivateClassThatIsKept() {
    denied(body("return use(«own(), await(s));"));
  }

  @Test
  void packagePrivateClassThatIsInferred() {
    denied(body("var all = «all();\n return await(s) + all.size();"));
  }

  @Test
  void packagePrivateClassAmongSeveralBounds() {
    denied(
        body(
            "var text = «s == null ? new StringBuilder() : new StringBuffer();\n"
                + " return await(s) + text.length();"));
  }

  @Test
  void objectsThatAreNotNamed() {
    accepted(
        BASE,
        Source.type(
            "class T extends p.Base {\n"
                + body("int first = use(own(), 1);\n return await(s) + first;")
                + "\n}\n"));
  }

  @Test
  void protectedClassOfTheSamePackage() {
    accepted(
        Source.type(
            "class Base { protected static class Node { int n; } }\n"
                + "class T extends Base {\n"
                + body("Node node = new Node();\n return await(s) + node.n;")
                + "\n}\n"));
  }

  @Test
  void protectedClassesInTheDeclarationOfAResource() {
    errors(
        List.of(Message.InaccessibleType.name(), Message.InaccessibleType.name()),
        BASE,
        Source.type(
            """
            @AsyncResource class T extends p.Base {
              T(«Node node) {}
              public «Node open() { return null; }
              void close() {}
            }
            """));
  }
}
