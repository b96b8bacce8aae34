package dev.belay.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.belay.processor.lower.ir.Expr;
import dev.belay.processor.lower.ir.Expr.Pure;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import dev.belay.processor.model.Template;
import dev.belay.processor.report.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Calls with a suspension inside: the intrinsics themselves, and calls that take their values. */
final class Calls {
  private final BodyContext context;
  private final ExpressionReader expressions;
  private final Members members;

  Calls(BodyContext context, ExpressionReader expressions) {
    this.context = context;
    this.expressions = expressions;
    this.members = new Members(context);
  }

  Expr read(TreePath path, MethodInvocationTree call) {
    Optional<Intrinsic> intrinsic = Intrinsic.of(context.trees(), path);
    return intrinsic.isPresent() ? intrinsic(path, call, intrinsic.get()) : ordinary(path, call);
  }

  private Expr intrinsic(TreePath path, MethodInvocationTree call, Intrinsic intrinsic) {
    switch (intrinsic) {
      case AWAIT -> {
        Expr stage = awaited(path, new TreePath(path, call.getArguments().get(0)));
        TypeText type = expressions.type(path);
        return new Expr.Await(stage, type, context.line(call));
      }
      case YIELD -> {
        Expr value = expressions.read(path, call.getArguments().get(0));
        return new Expr.Emit(value, expressions.type(path), context.line(call));
      }
      case YIELD_ALL ->
          context.unsupported(
              Intrinsic.token(call),
              "'yieldAll' inside another expression",
              "it is a loop, and a loop is a statement",
              "write it as a statement of its own");
      case USING -> context.report(Message.UsingMisplaced, Intrinsic.token(call));
      case EACH -> context.report(Message.EachMisplaced, Intrinsic.token(call));
    }
    return Pure.of(Fragment.EMPTY, TypeText.OBJECT);
  }

  /**
   * A call of an asynchronous method of the same companion has no future (H7), nor has an item that
   * is in a queue.
   *
   * <pre>{@code
   * await(PagesAsync.fetch(url))
   * await(queue.get())
   *
   * PagesAsync.fetchCall(url)       // the machine, which the body invokes
   * queue                           // out of which the body takes
   * }</pre>
   */
  private Expr awaited(TreePath await, TreePath path) {
    if (path.getLeaf() instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select
        && context.element(new TreePath(path, select)) instanceof ExecutableElement method
        && call.getTypeArguments().isEmpty()
        && isGet(method)) {
      TreePath queue = new TreePath(new TreePath(path, select), select.getExpression());
      return expressions.combine(TypeText.QUEUE, expressions.read(queue));
    }
    return own(path, Template.Kind.METHOD, TypeText.CALL).orElseGet(() -> stage(await, path));
  }

  /** Expects of a stage what {@code await} did, where a machine expects no more than a stage. */
  private Expr stage(TreePath await, TreePath path) {
    Expr stage = expressions.read(path);
    TypeMirror value = context.type(await);
    if (context.oracle().isUnspeakable(value) || !new TargetTyped(context).is(path)) {
      return stage;
    }
    TypeText type =
        context.oracle().isDenotable(context.type(path))
            ? expressions.type(path)
            : TypeText.reference(
                Fragment.of(
                    TypeText.named("java.util.concurrent", "CompletionStage").text(),
                    "<? extends ",
                    expressions.type(await).text(),
                    ">"));
    Variable typed = context.fresh().temporary("stage", type);
    return new Expr.Sequence(List.of(Stmt.Declare.temporary(typed, stage)), Pure.read(typed));
  }

  /**
   * A call of a template of the same companion, as what creates its machine.
   *
   * @param kind what the template must be
   * @param type what the machine counts as
   * @return empty if it is anything else
   */
  Optional<Expr> own(TreePath path, Template.Kind kind, TypeText type) {
    if (!(path.getLeaf() instanceof MethodInvocationTree call)
        || !call.getTypeArguments().isEmpty()
        || !(context.element(new TreePath(path, call.getMethodSelect()))
            instanceof ExecutableElement method)) {
      return Optional.empty();
    }
    Optional<String> factory = context.ownCalls().factory(method, kind);
    if (factory.isEmpty()) {
      return Optional.empty();
    }
    List<Object> parts = new ArrayList<>();
    Piece owner = context.oracle().typeName(TypeOracle.enclosingType(method));
    parts.add(Fragment.of(owner, Fragment.text("." + factory.get() + "(", context.line(call))));
    arguments(path, method, 0, call.getArguments(), parts);
    parts.add(Fragment.text(")"));
    return Optional.of(expressions.combine(type, parts.toArray()));
  }

  private static boolean isGet(ExecutableElement method) {
    return method.getSimpleName().contentEquals("get")
        && method.getParameters().isEmpty()
        && method.getEnclosingElement() instanceof TypeElement owner
        && owner.getQualifiedName().contentEquals("dev.belay.AsyncQueue");
  }

  private Expr ordinary(TreePath path, MethodInvocationTree call) {
    ExpressionTree select = call.getMethodSelect();
    TreePath selectPath = new TreePath(path, select);
    Element element = context.element(selectPath);
    List<Object> parts = new ArrayList<>();
    boolean hidden =
        element instanceof ExecutableElement method && members.isHidden(method, selectPath);
    boolean isStatic = element != null && element.getModifiers().contains(Modifier.STATIC);
    Fragment superCall =
        element instanceof ExecutableElement method
            ? members.supers().call(path, call, method)
            : null;
    if (superCall != null) {
      parts.add(superCall);
    } else if (hidden && element instanceof ExecutableElement method) {
      parts.add(Fragment.text(members.call(method, selectPath)));
      if (!isStatic) {
        parts.add(hiddenReceiver(selectPath, select, method));
        if (!call.getArguments().isEmpty()) {
          parts.add(Fragment.text(", "));
        }
      }
    } else if (select instanceof MemberSelectTree member && isValue(selectPath, member)) {
      TreePath receiver = new TreePath(selectPath, member.getExpression());
      if (call.getArguments().stream().anyMatch(context.map()::suspends)) {
        // It is kept while the arguments are awaited, and an anonymous class has no name for that.
        context.named().name(receiver, context.type(receiver), "receiver");
      }
      parts.add(expressions.read(receiver));
      int end = context.end(member.getExpression());
      parts.add(FragmentReader.read(context, path, end, openBracket(call, select)));
    } else {
      int start = context.start(call);
      parts.add(FragmentReader.read(context, path, start, openBracket(call, select)));
    }
    arguments(path, element, 0, call.getArguments(), parts);
    parts.add(Fragment.text(")"));
    return expressions.combine(path, parts.toArray());
  }

  private Object hiddenReceiver(
      TreePath selectPath, ExpressionTree select, ExecutableElement method) {
    return select instanceof MemberSelectTree member
        ? expressions.read(new TreePath(selectPath, member.getExpression()))
        : new Pure(members.receiver(selectPath, method), TypeText.OBJECT, Expr.Nature.STABLE, null);
  }

  /** The receiver is an operand unless it names a type, or {@code super}. */
  private boolean isValue(TreePath selectPath, MemberSelectTree member) {
    TreePath receiver = new TreePath(selectPath, member.getExpression());
    Element element = context.element(receiver);
    boolean named =
        member.getExpression() instanceof IdentifierTree
            || member.getExpression() instanceof MemberSelectTree;
    return !(named
        && (element instanceof TypeElement || member.getExpression().toString().endsWith("super")));
  }

  private int openBracket(MethodInvocationTree call, ExpressionTree select) {
    int from = context.end(select);
    for (Tree argument : call.getTypeArguments()) {
      from = Math.max(from, context.end(argument));
    }
    return context.behindBracket(from);
  }

  /**
   * The arguments, each unboxed when it is evaluated (C1).
   *
   * @param called the method or constructor
   * @param others how many of its parameters stand before those of the arguments
   */
  private void arguments(
      TreePath path,
      @Nullable Element called,
      int others,
      List<? extends ExpressionTree> arguments,
      List<Object> parts) {
    HiddenArrays.Form form =
        called instanceof ExecutableElement method && others == 0
            ? new HiddenVarargs(context).form(path, method, arguments)
            : null;
    int variable =
        form != null && called instanceof ExecutableElement method
            ? method.getParameters().size() - 1
            : -1;
    String separator = "";
    for (int i = 0; i < arguments.size(); i++) {
      parts.add(Fragment.text(separator));
      if (form != null && i == variable) {
        parts.add(form.before());
      }
      List<? extends ExpressionTree> later = arguments.subList(i + 1, arguments.size());
      boolean primitive = isPrimitive(called, others + i);
      parts.add(expressions.operand(path, arguments.get(i), later, primitive));
      separator = ", ";
    }
    if (form != null) {
      boolean none = variable >= arguments.size();
      parts.add(
          none
              ? Fragment.of(arguments.isEmpty() ? "" : separator, form.before(), form.after())
              : form.after());
    }
  }

  private static boolean isPrimitive(@Nullable Element called, int index) {
    if (!(called instanceof ExecutableElement method)) {
      return false;
    }
    List<? extends VariableElement> parameters = method.getParameters();
    int last = parameters.size() - 1;
    if (index < last || (index == last && !method.isVarArgs())) {
      return parameters.get(index).asType().getKind().isPrimitive();
    }
    return method.isVarArgs()
        && parameters.get(last).asType() instanceof ArrayType array
        && array.getComponentType().getKind().isPrimitive();
  }

  /** {@code new T(arguments)}, with a suspension in an argument. */
  Expr create(TreePath path, NewClassTree creation) {
    List<? extends ExpressionTree> arguments = creation.getArguments();
    if (creation.getEnclosingExpression() != null) {
      return qualified(path, creation, creation.getEnclosingExpression(), arguments);
    }
    if (!context.source().startsWith("new", context.start(creation))) {
      // javac has moved the outer object of an anonymous class among the arguments.
      return qualified(path, creation, arguments.get(0), arguments.subList(1, arguments.size()));
    }
    List<Object> parts = new ArrayList<>();
    int open = context.behindBracket(context.end(creation.getIdentifier()));
    Element element = context.element(path);
    Fragment named = context.named().creation(path, creation);
    if (named != null) {
      parts.add(named);
    } else if (element instanceof ExecutableElement constructor
        && creation.getClassBody() == null
        && members.isHidden(constructor, path)) {
      String comma = arguments.isEmpty() ? "" : ", ";
      Fragment outer = members.hiddenOuter(path, constructor, comma);
      parts.add(Fragment.of(members.create(path, constructor), outer));
    } else {
      TypeElement created = members.created(path, creation);
      boolean inner =
          created != null
              && (members.needsOuter(creation, created)
                  || context.classes().holder(created) != null);
      String text = context.source().substring(context.start(creation), open);
      boolean written = isWritable(context.type(path));
      if (text.replace(" ", "").endsWith("<>(") && !inner && written) {
        // The diamond's inference saw the arguments; written out, it cannot change.
        parts.add(Fragment.of("new ", expressions.type(path).text(), "("));
      } else {
        parts.add(FragmentReader.read(context, path, context.start(creation), open));
      }
    }
    arguments(path, element, 0, creation.getArguments(), parts);
    parts.add(named != null ? Fragment.text(")") : afterArguments(path, creation, open));
    return expressions.combine(path, parts.toArray());
  }

  /**
   * Whether what a diamond stands for can be written in its place; not after unchecked conversion.
   */
  private boolean isWritable(TypeMirror type) {
    return type instanceof DeclaredType declared
        && !declared.getTypeArguments().isEmpty()
        && context.oracle().isDenotable(type);
  }

  /** The closing bracket, and the body of an anonymous class. */
  private Fragment afterArguments(TreePath path, NewClassTree creation, int open) {
    int last = open;
    for (ExpressionTree argument : creation.getArguments()) {
      last = Math.max(last, context.end(argument));
    }
    return FragmentReader.read(context, path, last, context.end(creation));
  }

  /**
   * {@code outer.new Inner(arguments)}: the outer object is checked before the arguments (C25).
   *
   * <pre>{@code
   * Outer outer = f();
   * Objects.requireNonNull(outer);
   * outer.new Inner(await(s))
   * }</pre>
   */
  private Expr qualified(
      TreePath path,
      NewClassTree creation,
      ExpressionTree object,
      List<? extends ExpressionTree> arguments) {
    TreePath outerPath = new TreePath(path, object);
    Variable outer = context.fresh().temporary("outer", expressions.type(outerPath));
    List<Stmt> before = new ArrayList<>();
    before.add(Stmt.Declare.temporary(outer, expressions.read(outerPath)));
    before.add(
        Stmt.Plain.of(
            Fragment.of(
                TypeText.named("java.util", "Objects").text(), ".requireNonNull(", outer, ")")));
    List<Object> parts = new ArrayList<>();
    int open = context.behindBracket(context.end(creation.getIdentifier()));
    int from = context.end(object);
    if (context.element(path) instanceof ExecutableElement constructor
        && creation.getClassBody() == null
        && members.isHidden(constructor, path)) {
      String comma = arguments.isEmpty() ? "" : ", ";
      parts.add(Fragment.of(members.create(path, constructor), Fragment.read(outer), comma));
    } else {
      parts.add(Fragment.of(outer, FragmentReader.read(context, path, from, open)));
    }
    // The constructor of an anonymous class has the outer object as a parameter.
    int others = creation.getClassBody() == null ? 0 : 1;
    arguments(path, context.element(path), others, arguments, parts);
    parts.add(afterArguments(path, creation, open));
    Variable created = context.fresh().temporary("created", expressions.type(path));
    before.add(Stmt.Declare.temporary(created, expressions.combine(path, parts.toArray())));
    return new Expr.Sequence(before, Pure.read(created));
  }

  /** {@code expression.field}. */
  Expr select(TreePath path, MemberSelectTree select) {
    Expr owner = expressions.read(path, select.getExpression());
    Element element = context.element(path);
    if (element instanceof VariableElement field
        && context.type(new TreePath(path, select.getExpression())).getKind() != TypeKind.ARRAY
        && members.isHidden(field, path)) {
      Fragment accessor = Fragment.text(members.get(path, field));
      return expressions.combine(path, accessor, owner, Fragment.text(")"));
    }
    return expressions.combine(path, owner, Fragment.text("." + select.getIdentifier()));
  }
}
