package dev.belay.processor.realcode;

import dev.belay.Async;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.math3.util.FastMath;
import org.jspecify.annotations.NullMarked;

/**
 * A published library whose sources are on the class path of tests.
 *
 * @param name what it is called
 * @param classes classes of static methods
 */
record Library(String name, List<String> classes) {
  static final Library LANG =
      new Library(
          "commons-lang3",
          List.of(
              "org.apache.commons.lang3.ArrayUtils",
              "org.apache.commons.lang3.BooleanUtils",
              "org.apache.commons.lang3.CharUtils",
              "org.apache.commons.lang3.ClassUtils",
              "org.apache.commons.lang3.StringUtils",
              "org.apache.commons.lang3.math.NumberUtils",
              "org.apache.commons.lang3.math.Fraction",
              "org.apache.commons.lang3.text.WordUtils",
              "org.apache.commons.lang3.time.DurationFormatUtils"));
  static final Library MATH =
      new Library(
          "commons-math3",
          List.of(
              "org.apache.commons.math3.util.FastMath",
              "org.apache.commons.math3.analysis.polynomials.PolynomialsUtils",
              "org.apache.commons.math3.distribution.SaddlePointExpansion",
              "org.apache.commons.math3.dfp.DfpMath",
              "org.apache.commons.math3.primes.Primes",
              "org.apache.commons.math3.special.BesselJ",
              "org.apache.commons.math3.special.Beta",
              "org.apache.commons.math3.special.Erf",
              "org.apache.commons.math3.special.Gamma",
              "org.apache.commons.math3.stat.StatUtils",
              "org.apache.commons.math3.util.ArithmeticUtils",
              "org.apache.commons.math3.util.CombinatoricsUtils",
              "org.apache.commons.math3.util.FastMathCalc",
              "org.apache.commons.math3.util.MathUtils",
              "org.apache.commons.math3.util.Precision"));

  static String source(String className) {
    String path = "/" + className.replace('.', '/') + ".java";
    try (InputStream in = Library.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static List<File> jars() {
    return Stream.of(StringUtils.class, FastMath.class, Async.class, NullMarked.class, Stages.class)
        .map(Library::jar)
        .toList();
  }

  private static File jar(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
