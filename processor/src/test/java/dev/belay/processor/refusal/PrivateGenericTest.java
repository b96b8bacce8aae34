package dev.belay.processor.refusal;

import static dev.belay.processor.refusal.Check.accepted;
import static dev.belay.processor.refusal.Check.refused;

import dev.belay.processor.report.Message;
import org.junit.jupiter.api.Test;

/** What one type variable for all parameterizations of a private class cannot do. */
class PrivateGenericTest {
  private static final String TYPES =
      """
      private static class Ring<T> implements Iterable<T> {
        T one;
        public Iterator<T> iterator() { return null; }
      }
      private record Pair<A, B>(A a, B b) {
        static <X, Y> Pair<X, Y> of(X x, Y y) { return new Pair<>(x, y); }
      }
      static <X> String over(List<X> a, List<X> b) { return "same"; }
      static String over(Object a, Object b) { return "objects"; }
      static <X> String alone(List<X> a, Object b) { return "alone"; }
      private static List<Pair<String, Integer>> ab() { return null; }
      private static List<Pair<Integer, String>> ba() { return null; }
      """;

  private static Source in(String body) {
    return Source.members(
        TYPES + "@AsyncMethod void m(CompletionStage<Object> s) {\n" + body + "\n}\n");
  }

  @Test
  void supertypesThatDoNotAgree() {
    refused(
        Message.PrivateType,
        in("Ring<String> a = new Ring<>();\n await(s);\n «Ring<Integer> b = new Ring<>();"));
    refused(Message.PrivateType, in("Ring<?> a = «new Ring<String>();\n Ring<String> b = null;"));
    accepted(in("Ring<String> a = new Ring<>();\n await(s);\n Ring<String> b = null;"));
    accepted(in("Ring<String>[] a = new Ring[2];\n await(s);\n a[0] = null;"));
  }

  @Test
  void overloadsThatWouldBeChosenOtherwise() {
    refused(Message.Unsupported, in("await(s);\n «over(ab(), ba());"));
    accepted(in("await(s);\n over(ab(), ab());"));
    accepted(in("await(s);\n over(Pair.of(1, 2), Pair.of(1, s));"));
    accepted(in("await(s);\n alone(ab(), ba());"));
    accepted(in("await(s);\n ab().add(ab().get(0));\n ab().contains(ba());"));
  }

  @Test
  void valueOfATypeWithoutAName() {
    refused(
        Message.Unsupported,
        in(
            "var p = Pair.of(Arrays.asList(1, \"\"), 1);\n await(s);\n"
                + " Object o = «p.a().get(0);"));
    accepted(in("var p = Pair.of(true ? 1 : \"\", 1);\n await(s);\n Object o = p.a();"));
  }

  @Test
  void supertypeWithATypeParameterOfAClassInTheBody() {
    refused(
        Message.PrivateType,
        Source.members(
            """
            private static class Made<V> implements Supplier<List<V>> {
              public List<V> get() { return null; }
            }
            static class Maker { <V> Supplier<List<V>> make() { return null; } }
            @AsyncMethod Maker m(CompletionStage<Integer> s) {
              await(s);
              return new Maker() { <V> Supplier<List<V>> make() { return «new Made<V>(); } };
            }
            """));
  }
}
