package dev.belay.processor.attribute;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The nested compilation of one annotation round: the same sources, attributed, out of reach of the
 * outer compiler.
 *
 * <p>Trees, types and elements of the two compilations must not be mixed: what comes from here is
 * only good for {@link #trees()}, {@link #types()} and {@link #elements()}. A tree is matched by
 * its position in the source, a type by its name.
 *
 * <p>For the compiler's thread only, and only during the round it was made in.
 */
public final class Attribution {
  /**
   * How often to start again when a file that was read refers to a type that was not listed. That
   * takes a package that is spread over the class path, or sources that are found there.
   */
  private static final int ATTEMPTS = 4;

  private final @Nullable NestedTask nested;
  private final Map<CompilationUnitTree, Twin> twins;
  private final boolean malformed;
  private final @Nullable String failure;

  private Attribution(
      @Nullable NestedTask nested,
      Map<CompilationUnitTree, Twin> twins,
      boolean malformed,
      @Nullable String failure) {
    this.nested = nested;
    this.twins = twins;
    this.malformed = malformed;
    this.failure = failure;
  }

  /**
   * Attributes units of the outer compilation. Costs a compiler start, so call it once per round,
   * and only when there is a body to read.
   *
   * <p>Has the outer compiler complete every type of each package that a body needs. It warns when
   * one of these is annotated with what is not on the class path, and compiles those that it finds
   * as source on the class path; prefer {@link #run(ProcessingEnvironment, Collection, Map, Set)}.
   *
   * @param outerUnits the compilation units of the outer compiler that hold templates
   * @param stubs companions that bodies may call before they exist: source text by qualified name;
   *     a stub hides an outer type of the same name
   * @return what came of it; whatever goes wrong inside is in {@link #failure()}
   * @throws NotJavac when the compilation under way is not one of this JDK's javac
   */
  public static Attribution run(
      ProcessingEnvironment environment,
      Collection<? extends CompilationUnitTree> outerUnits,
      Map<String, String> stubs)
      throws NotJavac {
    return run(environment, outerUnits, stubs, Optional.empty());
  }

  /**
   * Attributes units of the outer compilation, like {@link #run(ProcessingEnvironment, Collection,
   * Map)}, but leaves alone what the bodies do not need, unless the units are in a named module.
   *
   * @param rootTypes the qualified names of all types that were root elements of any round so far;
   *     a type that is left out may not be found
   * @throws NotJavac when the compilation under way is not one of this JDK's javac
   */
  public static Attribution run(
      ProcessingEnvironment environment,
      Collection<? extends CompilationUnitTree> outerUnits,
      Map<String, String> stubs,
      Set<String> rootTypes)
      throws NotJavac {
    return run(environment, outerUnits, stubs, Optional.of(rootTypes));
  }

  private static Attribution run(
      ProcessingEnvironment environment,
      Collection<? extends CompilationUnitTree> outerUnits,
      Map<String, String> stubs,
      Optional<Set<String>> rootTypes)
      throws NotJavac {
    ProcessingEnvironment javac = JavacEnvironment.of(environment);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new NotJavac("Belay needs the javac of the running JDK, and this Java has none.");
    }
    if (outerUnits.isEmpty()) {
      return new Attribution(null, Map.of(), false, null);
    }
    if (javac.getSourceVersion().compareTo(SourceVersion.RELEASE_9) < 0) {
      return new Attribution(null, Map.of(), false, "Bodies are read from Java 9 on.");
    }
    List<CompilationUnitTree> units = List.copyOf(new LinkedHashSet<>(outerUnits));
    Job job = new Job(javac, units, stubs, rootTypes);
    References references = References.of(job);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Attribution attribution = attribute(compiler, job, references);
      if (attribution.nested == null || !attribution.nested.packages().isIncomplete()) {
        return attribution;
      }
    }
    return attribute(compiler, job.thorough(), references);
  }

  private static Attribution attribute(JavaCompiler compiler, Job job, References references) {
    NestedTask nested = null;
    try {
      nested = NestedTask.create(compiler, job, references);
      Map<CompilationUnitTree, Twin> twins = nested.parse();
      boolean malformed = nested.errors().areIn(nested.sources());
      if (!malformed) {
        nested.analyze();
      }
      return new Attribution(nested, twins, malformed, null);
    } catch (IOException | RuntimeException | Error e) {
      // Includes javac's own crashes: a nested compilation that fails must not fail the build.
      return new Attribution(nested, Map.of(), false, e.toString());
    }
  }

  /** Why nothing was attributed; empty when the nested compilation came to its end. */
  public Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  /**
   * Whether a unit has syntax errors, which are the outer compiler's to report. Then nothing is
   * attributed: where the parser had to guess, a body is not what its author meant, and javac's
   * attribution may crash on what it made of it.
   */
  public boolean isMalformed() {
    return malformed;
  }

  /**
   * The tree utilities of the nested compilation.
   *
   * @throws IllegalStateException when it never started: nothing to do, or see {@link #failure()}
   */
  public Trees trees() {
    return Trees.instance(nested().task());
  }

  /**
   * The type utilities of the nested compilation.
   *
   * @throws IllegalStateException when it never started: nothing to do, or see {@link #failure()}
   */
  public Types types() {
    return nested().task().getTypes();
  }

  /**
   * The element utilities of the nested compilation.
   *
   * @throws IllegalStateException when it never started: nothing to do, or see {@link #failure()}
   */
  public Elements elements() {
    return nested().task().getElements();
  }

  /** The attributed twin of an outer unit that {@link #run} was given. */
  public Optional<CompilationUnitTree> unit(CompilationUnitTree outer) {
    return twin(outer).map(Twin::unit);
  }

  /** The attributed twin of the outer method, or constructor, that starts at a source position. */
  public Optional<MethodTree> method(CompilationUnitTree outer, long startPosition) {
    return twin(outer).map(twin -> twin.methods().get(twin.file().inner(startPosition)));
  }

  /**
   * The errors that the nested compiler found between two source positions of an outer unit, the
   * second excluded. Types that other processors have yet to generate are among them. Their own
   * positions are the nested compiler's, see {@link #outerPosition}.
   */
  public List<Diagnostic<? extends JavaFileObject>> errors(
      CompilationUnitTree outer, long start, long end) {
    return twin(outer)
        .map(
            twin ->
                nested()
                    .errors()
                    .within(twin.file(), twin.file().inner(start), twin.file().inner(end)))
        .orElse(List.of());
  }

  /**
   * All errors that the nested compiler found, also those in the declarations of files that it read
   * because a unit mentions them.
   */
  public List<Diagnostic<? extends JavaFileObject>> errors() {
    return nested == null ? List.of() : nested.errors().all();
  }

  /** Those in files that are no units: their declarations alone were read, not their bodies. */
  public List<Diagnostic<? extends JavaFileObject>> errorsElsewhere() {
    return errors().stream()
        .filter(error -> error.getSource() != null)
        .filter(error -> !nested().sources().contains(error.getSource()))
        .toList();
  }

  /** Where an outer unit has what its twin has at a position; they differ where it was amended. */
  public long outerPosition(CompilationUnitTree outer, long position) {
    return twin(outer).map(twin -> twin.file().outer(position)).orElse(position);
  }

  private Optional<Twin> twin(CompilationUnitTree outer) {
    return Optional.ofNullable(twins.get(outer));
  }

  private NestedTask nested() {
    if (nested == null) {
      throw new IllegalStateException(
          "No nested compilation: " + failure().orElse("nothing to attribute"));
    }
    return nested;
  }
}
