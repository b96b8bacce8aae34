package dev.belay.processor.lower.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Constructs that {@code normalize} rewrites into others; none is left behind it. */
public sealed interface Sugar extends Stmt {

  /**
   * {@code for (T element : source)}.
   *
   * @param sourceType the static type of the source expression
   * @param iterator the type of its iterator; null for an array
   */
  record ForEach(
      Target target,
      Stmt.Declare element,
      Expr source,
      TypeText sourceType,
      @Nullable TypeText iterator,
      Stmt.Block body,
      int line)
      implements Sugar {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.forEach(this);
    }
  }

  /**
   * {@code for (T element : each(source))}.
   *
   * @param iterator the type of the asynchronous iterator
   */
  record Each(
      Target target,
      Stmt.Declare element,
      Expr source,
      TypeText iterator,
      Stmt.Block body,
      int line)
      implements Sugar {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.each(this);
    }
  }

  /**
   * {@code T value = using(scope);} with the rest of its block.
   *
   * @param value null when the value is not kept
   * @param scope the scope; or the run of a template of the same companion
   * @param own whether it is that
   * @param opened the type of the opened resource
   */
  record Using(
      Stmt.@Nullable Declare value,
      Expr scope,
      boolean own,
      TypeText opened,
      Stmt.Block rest,
      int line)
      implements Sugar {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.using(this);
    }
  }

  /** {@code try (resources) body}; catch and finally clauses stand around it. */
  record TryWith(List<Resource> resources, Stmt.Block body, int line) implements Sugar {
    public TryWith {
      resources = List.copyOf(resources);
    }

    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.tryWith(this);
    }
  }

  /**
   * One resource of a {@link TryWith}.
   *
   * @param declaration the variable and its initializer; for {@code try (existing)} a temporary
   */
  record Resource(Stmt.Declare declaration, boolean existing) {}
}
