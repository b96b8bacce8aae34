package dev.belay.processor.attribute;

import com.sun.source.tree.CompilationUnitTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.util.Elements;

/**
 * What is to be attributed.
 *
 * @param environment javac's own
 * @param units outer units, at least one
 * @param stubs source text of companions by qualified name
 * @param rootTypes the names of all types that the outer compilation was given or has generated so
 *     far, if they are known
 */
record Job(
    ProcessingEnvironment environment,
    List<CompilationUnitTree> units,
    Map<String, String> stubs,
    Optional<Set<String>> rootTypes) {
  Job {
    units = List.copyOf(units);
    stubs = Map.copyOf(stubs);
    rootTypes = rootTypes.map(Set::copyOf);
  }

  Elements elements() {
    return environment.getElementUtils();
  }

  /** The same job, done the way that always finds everything. */
  Job thorough() {
    return new Job(environment, units, stubs, Optional.empty());
  }
}
