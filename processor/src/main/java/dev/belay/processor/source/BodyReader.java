package dev.belay.processor.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.attribute.Attribution;
import dev.belay.processor.lower.ir.Body;
import dev.belay.processor.lower.ir.SourceLines;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import dev.belay.processor.model.Accessibility;
import dev.belay.processor.report.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** Reads one template's body into the intermediate representation. */
public final class BodyReader {
  private final Attribution attribution;
  private final HiddenMembers hidden;
  private final OwnCalls ownCalls;
  private final Map<CompilationUnitTree, String> sources = new HashMap<>();

  /**
   * @param hidden where members that the companion cannot name are collected; shared by all
   *     templates of one companion
   * @param ownCalls where their calls of each other are
   */
  public BodyReader(Attribution attribution, HiddenMembers hidden, OwnCalls ownCalls) {
    this.attribution = attribution;
    this.hidden = hidden;
    this.ownCalls = ownCalls;
  }

  /**
   * What came of a body.
   *
   * @param body what was read; only to be used when there are no findings, and no errors
   * @param erroneous whether javac could not make out a type, which it reports itself
   */
  public record Result(Body body, List<Finding> findings, boolean erroneous) {}

  /** Reads an attributed method; the unit and the method are the nested compilation's. */
  public Result read(CompilationUnitTree unit, MethodTree method, Body.Kind kind) {
    TreePath path = attribution.trees().getPath(unit, method);
    if (!(attribution.trees().getElement(path) instanceof ExecutableElement element)
        || !(element.getEnclosingElement() instanceof TypeElement type)) {
      throw new IllegalArgumentException("not an attributed method: " + method.getName());
    }
    hidden.apartFrom(source(unit));
    BodyMap map = BodyMap.of(attribution.trees(), new TreePath(path, method.getBody()));
    BodyContext context =
        new BodyContext(
            attribution.trees(),
            new TypeOracle(
                attribution.types(),
                attribution.elements(),
                hidden.types(),
                Accessibility.of(type)),
            unit,
            source(unit),
            type,
            kind,
            map,
            hidden,
            ownCalls);
    if (!element.getModifiers().contains(Modifier.STATIC)) {
      context.self(
          context
              .fresh()
              .variable("self", context.typeText(type.asType(), method), Variable.Origin.SELF));
    }
    context.resultType(element.getReturnType());
    context.classes().typeVariables(typeVariables(element));
    List<Variable> parameters = parameters(context, path, method, kind);
    TreePath body = new TreePath(path, method.getBody());
    if (PrivateUses.check(context, body)) {
      context.classes().parameterized().expect();
    }
    HiddenUses.check(context, body);
    Stmt.Block block =
        new StatementReader(context)
            .block(new TreePath(path, method.getBody()), method.getBody().getStatements());
    Optional<Variable> self = context.self();
    context.oracle().unspeakable().forEach(each -> context.unspeakable(each, method));
    context.oracle().denied().forEach(each -> context.inaccessible(each, method));
    return new Result(
        new Body(
            kind,
            block,
            self,
            parameters,
            result(context, element, method),
            hidden.types().ofMachine(context.oracle()),
            context.classes().all(),
            context.classes().witnesses(),
            map.declared(),
            map.words(),
            map.redeclared(),
            lines(context, unit, method),
            context.fresh()),
        List.copyOf(context.findings()),
        context.oracle().metErrors());
  }

  /** The names of the type variables that the machine has. */
  private static List<String> typeVariables(ExecutableElement template) {
    List<String> names = new ArrayList<>();
    @Nullable Element each = template;
    while (each instanceof Parameterizable owner) {
      owner.getTypeParameters().forEach(one -> names.add(one.getSimpleName().toString()));
      each = each.getModifiers().contains(Modifier.STATIC) ? null : each.getEnclosingElement();
    }
    return names;
  }

  private static List<Variable> parameters(
      BodyContext context, TreePath path, MethodTree method, Body.Kind kind) {
    List<Variable> parameters = new ArrayList<>();
    int last = method.getParameters().size() - 1;
    for (int i = 0; i <= last; i++) {
      VariableTree parameter = method.getParameters().get(i);
      Element element = context.element(new TreePath(path, parameter));
      if (element == null) {
        throw new IllegalArgumentException("not an attributed parameter: " + parameter);
      }
      if (i == last && kind != Body.Kind.METHOD) {
        context.yieldParameter(element);
        continue;
      }
      Variable variable =
          context
              .fresh()
              .variable(
                  parameter.getName().toString(),
                  context.typeText(element.asType(), parameter.getType()),
                  Variable.Origin.PARAMETER);
      context.name(element, variable);
      parameters.add(variable);
    }
    return parameters;
  }

  private static TypeText result(
      BodyContext context, ExecutableElement element, MethodTree method) {
    return element.getReturnType().getKind() == TypeKind.VOID
        ? TypeText.VOID
        : context.typeText(element.getReturnType(), method.getReturnType());
  }

  private static SourceLines lines(
      BodyContext context, CompilationUnitTree unit, MethodTree method) {
    int first = context.line(method.getBody());
    String path = unit.getSourceFile().getName().replace('\\', '/');
    String file = path.substring(path.lastIndexOf('/') + 1);
    return new SourceLines(file, first, context.text(method.getBody()).lines().toList());
  }

  private String source(CompilationUnitTree unit) {
    return sources.computeIfAbsent(unit, BodyReader::load);
  }

  private static String load(CompilationUnitTree unit) {
    try {
      return unit.getSourceFile().getCharContent(true).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
