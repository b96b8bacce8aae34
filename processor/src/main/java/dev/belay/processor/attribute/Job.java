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
 * @param sourcePackages all packages that have sources or generated classes in the outer
 *     compilation; when they are known, other packages can be listed without the outer compiler
 */
record Job(
    ProcessingEnvironment environment,
    List<CompilationUnitTree> units,
    Map<String, String> stubs,
    Optional<Set<String>> sourcePackages) {
  Job {
    units = List.copyOf(units);
    stubs = Map.copyOf(stubs);
    sourcePackages = sourcePackages.map(Set::copyOf);
  }

  Elements elements() {
    return environment.getElementUtils();
  }

  /** The same job, done the expensive way that is always right. */
  Job thorough() {
    return new Job(environment, units, stubs, Optional.empty());
  }
}
