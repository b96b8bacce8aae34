package dev.belay.processor.attribute;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The options of the nested compiler, as near to the outer ones as public API tells. Where it does
 * not tell, the nested compiler is the more lenient one: the outer one reports what it dislikes.
 */
final class NestedOptions {
  private static final String VERSION_PREFIX = "RELEASE_";
  private static final String INCUBATOR = "jdk.incubator.";

  private NestedOptions() {}

  /**
   * @param module the module that holds the units
   * @param isPlatform tells the modules that the nested compiler finds by itself
   */
  static List<String> of(
      Job job, ModuleElement module, Predicate<? super ModuleElement> isPlatform) {
    Elements elements = job.elements();
    boolean isRelease = seesOldPlatform(elements, job.environment());
    List<String> options = new ArrayList<>();
    options.addAll(List.of("-proc:none", "-implicit:none", "-nowarn", "-Xlint:none"));
    // Zero is no limit: by default a hundred errors elsewhere would hide those of a template.
    options.addAll(List.of("-Xmaxerrs", "0"));
    options.add(isRelease ? "--release" : "-source");
    options.add(release(job));
    if (job.environment().isPreviewEnabled()) {
      options.add("--enable-preview");
    }
    if (!isRelease) {
      // Not allowed beside --release, whose platform has no other packages than exported ones.
      options.addAll(new PlatformExports(elements, module, isPlatform).options(job.units()));
    }
    List<String> incubators =
        elements.getAllModuleElements().stream()
            .filter(isPlatform)
            .map(incubator -> incubator.getQualifiedName().toString())
            .filter(name -> name.startsWith(INCUBATOR))
            .sorted()
            .toList();
    if (!incubators.isEmpty()) {
      options.addAll(List.of("--add-modules", String.join(",", incubators)));
    }
    return List.copyOf(options);
  }

  /** The outer source version as an option's value. */
  static String release(Job job) {
    return job.environment().getSourceVersion().name().substring(VERSION_PREFIX.length());
  }

  /**
   * Whether the outer compiler was given {@code --release N}, N older than the running JDK. {@code
   * -source N} alone gives the same source version but the API of the running JDK. Nothing public
   * tells the two apart except the platform itself: what {@code --release} reads has no private
   * members.
   */
  private static boolean seesOldPlatform(Elements elements, ProcessingEnvironment environment) {
    if (environment.getSourceVersion() == SourceVersion.latest()) {
      return false;
    }
    TypeElement string = elements.getTypeElement("java.lang.String");
    return string != null
        && string.getEnclosedElements().stream().noneMatch(NestedOptions::isPrivate);
  }

  private static boolean isPrivate(Element member) {
    return member.getModifiers().contains(Modifier.PRIVATE);
  }
}
