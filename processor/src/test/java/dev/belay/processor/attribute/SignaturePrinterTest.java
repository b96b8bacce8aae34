package dev.belay.processor.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.Trees;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A printed signature serves a body as the type itself does. */
class SignaturePrinterTest {
  private static final String ALL =
      """
      package lib;
      import java.io.IOException;
      import java.util.*;
      import java.util.function.*;
      public abstract class All<T extends Number & Comparable<T>> extends AbstractList<T> implements Supplier<T> {
        public static final int ONE = 1;
        public static final long BIG = 1L << 40;
        public static final char QUOTE = '\\'';
        public static final String TEXT = "a\\"b\\n";
        public static final float NAN = Float.NaN;
        public static final byte BYTE = (byte) -1;
        public static final List<? super Integer> LIST = new ArrayList<>();
        protected volatile int[][] matrix;
        private int hidden;
        protected All(int size) {}
        public abstract <X extends Exception> T orThrow(Class<? extends X> type) throws X;
        public static synchronized native void loaded() throws IOException, InterruptedException;
        @SafeVarargs public static <E> List<E> listOf(String name, E... elements) { return null; }
        public final Map.Entry<String, ? extends T[]> entry() { return null; }
        public class Inner { public T value() { return null; } }
        public static class Nested<A> { public class Deep<B> { public Map<A, B> both; } }
        public Nested<String>.Deep<T> deep() { return null; }
        private static class Secret {}
        public interface Shape { double AREA = Math.random(); Object NONE = null; boolean FLAT = Boolean.getBoolean(""); default int sides() { return 0; } static Shape of() { return null; } int size(); }
        public sealed interface Tree permits Leaf, Node {}
        public record Leaf(int value) implements Tree { public static final int MAX = 3; public Leaf { } public Leaf(String text) { this(0); } }
        public static final class Node implements Tree { public Tree left; }
        public enum Color implements IntSupplier {
          RED { @Override public int getAsInt() { return 1; } }, GREEN(3) { @Override public int getAsInt() { return 2; } };
          Color(int... i) {}
          public Color next() { return RED; }
        }
        public @interface Mark { String value() default "x"; Class<?>[] types() default {String.class}; Color color() default Color.RED; int[] numbers(); }
      }
      """;
  private static final String USE =
      """
      package app;
      import lib.All;
      class Use {
        static final String CONSTANT = All.TEXT + All.QUOTE;
        @All.Mark(numbers = All.ONE)
        <N extends Number & Comparable<N>> int body(All<Integer> all, int key, All.Tree tree, All.Color color, All<N> numbers) {
          var get = all.get();
          var fromSuper = all.subList(0, 1);
          var thrown = all.orThrow(IllegalStateException.class);
          var list = All.listOf("", 1L, 2L);
          var entry = all.entry();
          var inner = all.new Inner() { }.value();
          var both = all.deep().both;
          var flat = All.Shape.FLAT;
          All.Shape shape = () -> 1;
          var leaf = new All.Leaf("").value();
          var max = All.Leaf.MAX;
          var made = new All<Integer>(1) {
            @Override public Integer orThrow(Class c) { return matrix[0][0]; }
            @Override public Integer get() { return 0; }
            @Override public Integer get(int index) { return 0; }
            @Override public int size() { return 0; }
          };
          switch (key) { case All.ONE: break; case All.QUOTE: break; }
          try { All.loaded(); } catch (java.io.IOException | InterruptedException e) { }
          var next = color.next().getAsInt();
          if (tree instanceof All.Leaf found) { var value = found.value(); }
          return switch (color) { case RED -> 1; case GREEN -> 2; };
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void everyKindOfMember() {
    Path library =
        new Compilation(directory.resolve("library")).source("lib/All.java", ALL).compiled();
    Bodies bodies = new Bodies();

    new Compilation(directory.resolve("main"))
        .classPath(library)
        .source("app/Use.java", USE)
        .processor(
            new OtherProcessor(
                environment -> {
                  Elements elements = environment.getElementUtils();
                  TypeElement all = elements.getTypeElement("lib.All");
                  String printed = new SignaturePrinter(elements).file(all, List.of());
                  CompilationUnitTree unit =
                      Trees.instance(environment)
                          .getPath(elements.getTypeElement("app.Use"))
                          .getCompilationUnit();
                  Attribution attribution =
                      Attribution.run(environment, List.of(unit), Map.of("lib.All", printed));
                  bodies.read(attribution, List.of(unit));
                }))
        .compiled();

    assertThat(bodies.failure()).isEmpty();
    assertThat(bodies.errors()).isEmpty();
    assertThat(bodies.variables())
        .containsEntry("get", "java.lang.Integer")
        .containsEntry("fromSuper", "java.util.List<java.lang.Integer>")
        .containsEntry("thrown", "java.lang.Integer")
        .containsEntry("list", "java.util.List<java.lang.Long>")
        .containsEntry(
            "entry", "java.util.Map.Entry<java.lang.String,? extends java.lang.Integer[]>")
        .containsEntry("both", "java.util.Map<java.lang.String,java.lang.Integer>")
        .containsEntry("flat", "boolean")
        .containsEntry("leaf", "int")
        .containsEntry("value", "int")
        .containsEntry("next", "int");
  }
}
