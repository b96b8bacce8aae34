package dev.belay.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** The options of a project's compiler that decide what its source means; others are left out. */
final class JavacOptions {
  /** What only asks for other checks, writes files, or is ours to set. */
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "-Werror|-nowarn|-verbose|-deprecation|-parameters|-g(:.*)?|-J.*|-Xlint.*|-Xdoclint.*"
              + "|-Xplugin.*|-Xdiags.*|-Xpkginfo.*|-XD.*|--should-stop.*|-proc:.*|-implicit:.*"
              + "|--(add-reads|patch-module|module-path|module-version|module|processor-path"
              + "|processor-module-path|class-path|release|source|target)=.*",
          Pattern.DOTALL); // an argument may go over many lines

  /** The same, with the value in an argument of its own. */
  private static final Set<String> LEFT_OUT_WITH_VALUE =
      Set.of(
          "-d",
          "-s",
          "-h",
          "-cp",
          "-classpath",
          "--class-path",
          "-sourcepath",
          "--source-path",
          "-processor",
          "-processorpath",
          "--processor-path",
          "--processor-module-path",
          "-p",
          "--module-path",
          "--module-source-path",
          "--module-version",
          "--module",
          "-m",
          "--add-reads",
          "--patch-module",
          "-Xmaxerrs",
          "-Xmaxwarns",
          "-encoding",
          "-release",
          "--release",
          "-source",
          "--source",
          "-target",
          "--target");

  private JavacOptions() {}

  /**
   * Language level, previews, modules of the platform and options of processors.
   *
   * @param kind {@code testRelease} and the like come before {@code release} for tests
   */
  static List<String> of(Settings settings, SourceSet.Kind kind) {
    List<String> options = new ArrayList<>(level(settings, kind));
    settings
        .value("enablePreview", "maven.compiler.enablePreview")
        .filter("true"::equals)
        .ifPresent(yes -> options.add("--enable-preview"));
    options.addAll(kept(arguments(settings, kind)));
    return options;
  }

  private static List<String> level(Settings settings, SourceSet.Kind kind) {
    Optional<String> release = level(settings, kind, "release", "Release");
    if (release.isPresent()) {
      return List.of("--release", Levels.readable(release.get()));
    }
    String source = level(settings, kind, "source", "Source").orElse("8");
    String target = level(settings, kind, "target", "Target").orElse(source);
    return List.of("-source", Levels.readable(source), "-target", Levels.readable(target));
  }

  private static Optional<String> level(
      Settings settings, SourceSet.Kind kind, String name, String capital) {
    Optional<String> general = settings.value(name, "maven.compiler." + name);
    return kind == SourceSet.Kind.MAIN
        ? general
        : settings.value("test" + capital, "maven.compiler.test" + capital).or(() -> general);
  }

  /** All arguments, in the three ways in which maven-compiler-plugin takes them. */
  private static List<String> arguments(Settings settings, SourceSet.Kind kind) {
    boolean isTest = kind == SourceSet.Kind.TEST;
    List<String> tests = settings.values("testCompilerArgs");
    List<String> arguments =
        new ArrayList<>(isTest && !tests.isEmpty() ? tests : settings.values("compilerArgs"));
    String single = isTest ? "testCompilerArgument" : "compilerArgument";
    settings.value(single, single).ifPresent(arguments::add);
    for (Xpp3Dom each : settings.children(isTest ? "testCompilerArguments" : "compilerArguments")) {
      String name = each.getName();
      arguments.add(name.startsWith("-") ? name : "-" + name);
      if (each.getValue() != null) {
        arguments.add(each.getValue());
      }
    }
    return arguments;
  }

  /** What of a list of arguments is handed on. */
  static List<String> kept(List<String> arguments) {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (LEFT_OUT_WITH_VALUE.contains(argument)) {
        i++;
      } else if (argument.equals("--add-exports") && i + 1 < arguments.size()) {
        kept.add(argument);
        kept.add(toUnnamed(arguments.get(++i)));
      } else if (argument.startsWith("--add-exports=")) {
        kept.add(toUnnamed(argument));
      } else if (!argument.isEmpty() && !LEFT_OUT.matcher(argument).matches()) {
        kept.add(argument);
      }
    }
    return kept;
  }

  /** {@code a/b=my.module} becomes {@code a/b=ALL-UNNAMED}: we read without module-info. */
  private static String toUnnamed(String export) {
    return export.substring(0, export.lastIndexOf('=') + 1) + "ALL-UNNAMED";
  }
}
