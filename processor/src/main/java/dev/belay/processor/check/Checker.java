package dev.belay.processor.check;

import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.belay.processor.check.resource.Resources;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.Severity;
import dev.belay.processor.report.Figure;
import dev.belay.processor.report.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.lang.model.element.Element;

/** Runs the rules on every class that the compilation attributes. */
public final class Checker implements TaskListener {
  private final Host host;
  private final Trees trees;
  private final Predicate<String> isGenerated;
  private final List<Consumer<Found>> reports;
  private final Optional<Recorder> recorder;
  private RuleTable rules;
  private final RuleSettings settings;
  private final Resources resources;
  private final UserCatalog catalog;

  private Checker(
      Host host,
      Predicate<String> isGenerated,
      RuleTable rules,
      RuleSettings settings,
      UserCatalog catalog,
      List<Consumer<Found>> reports,
      Optional<Recorder> recorder) {
    this.recorder = recorder;
    this.host = host;
    this.trees = host.trees();
    this.isGenerated = isGenerated;
    this.rules = rules;
    this.settings = settings;
    this.catalog = catalog;
    this.resources = new Resources(host.elements(), host.types(), catalog.catalog());
    this.reports = reports;
  }

  /** The names of the options that the checker understands, without {@code -A}. */
  public static Set<String> options() {
    return RuleSettings.options(Rules.load(loader()).all());
  }

  /**
   * Starts to look at every class that is attributed from now on.
   *
   * @param isGenerated tells by the qualified name which classes repeat the user's text
   * @return empty if every rule is off, and no report asked for
   * @throws BadOption when an option, or the user's file of resources, cannot be understood
   */
  public static Optional<Checker> install(Host host, Predicate<String> isGenerated)
      throws BadOption {
    Rules rules = Rules.load(loader());
    RuleSettings settings = RuleSettings.of(rules.all(), host.options());
    List<Rule> running = rules.all().stream().filter(rule -> settings.runs(rule.info())).toList();
    Optional<Recorder> recorder = Recorder.of(host);
    if (running.isEmpty() && recorder.isEmpty()) {
      return Optional.empty();
    }
    UserCatalog catalog = new UserCatalog(host.filer());
    catalog.load(loader());
    List<Consumer<Found>> reports = new ArrayList<>(List.of(new FoundPrinter(host.trees())));
    recorder.ifPresent(reports::add);
    Checker checker =
        new Checker(
            host, isGenerated, new RuleTable(running), settings, catalog, reports, recorder);
    host.task().addTaskListener(checker);
    for (String problem : rules.problems()) {
      host.warnings().accept(Message.RuleNotLoaded, problem);
    }
    return Optional.of(checker);
  }

  /**
   * Looks at what a round brings, before any of it is attributed.
   *
   * @param roots the classes of the round
   * @throws BadOption when a user's file of resources cannot be understood
   */
  public void prepare(Set<? extends Element> roots) throws BadOption {
    for (Element root : roots) {
      TreePath path = trees.getPath(root);
      if (path != null) {
        catalog.load(path.getCompilationUnit());
      }
    }
  }

  /** Takes pictures of machines; empty if nobody asked for them. */
  public Optional<Consumer<Figure>> gallery() {
    return recorder.flatMap(Recorder::gallery);
  }

  private static ClassLoader loader() {
    ClassLoader loader = Checker.class.getClassLoader();
    return loader == null ? ClassLoader.getSystemClassLoader() : loader;
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.COMPILATION) {
      recorder.ifPresent(Recorder::write);
    }
    if (event.getKind() != TaskEvent.Kind.ANALYZE
        || event.getTypeElement() == null
        || isGenerated.test(event.getTypeElement().getQualifiedName().toString())) {
      return;
    }
    TreePath path = trees.getPath(event.getTypeElement());
    if (path != null && !rules.isEmpty()) {
      RuleContext context = new RuleContext(trees, host.elements(), host.types(), resources, path);
      new Walk(rules, context, new Collector()).scan(path, null);
    }
  }

  /** Reports what the rules find in one class: each finding once, though a rule may repeat it. */
  private final class Collector implements Walk.Sink {
    private final Set<String> seen = new HashSet<>();

    @Override
    public void found(Rule rule, RuleContext context, Mistake mistake) {
      Severity severity = settings.of(rule.info(), mistake.certainty());
      if (severity == Severity.OFF) {
        return;
      }
      int start = context.start(mistake.at());
      int end = context.end(mistake.at());
      if (!seen.add(rule.info().name() + ":" + start + ":" + end)) {
        return;
      }
      TreePath at = TreePath.getPath(context.path(), mistake.at());
      boolean isSuppressed =
          Suppressions.silence(trees, at == null ? context.path() : at, rule.info().name());
      Found found =
          new Found(
              rule.info(),
              severity,
              mistake,
              context.path().getCompilationUnit(),
              start,
              end,
              isSuppressed);
      reports.forEach(report -> report.accept(found));
    }

    @Override
    public void failed(Rule rule, RuleContext context, Throwable failure) {
      if (isMissingClass(failure) || !seen.add(rule.info().name())) {
        return;
      }
      rules = rules.without(rule);
      FoundPrinter.printFault(trees, rule, context, failure);
    }

    /** The user's class path lacks a class that nothing but the rule asked for. */
    private boolean isMissingClass(Throwable failure) {
      return failure.getClass().getSimpleName().equals("CompletionFailure");
    }
  }
}
