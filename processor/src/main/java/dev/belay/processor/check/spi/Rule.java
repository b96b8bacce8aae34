package dev.belay.processor.check.spi;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import java.util.List;

/**
 * A mistake that the checker looks for. A rule implements one or more of the nested interfaces; all
 * rules share one walk over each class. It has no state: {@code check} depends on its arguments
 * alone, and is called from one thread.
 *
 * <p>A rule that throws is left out of the rest of the compilation, with one warning.
 */
public sealed interface Rule {
  /** Its name, and what else is known of it; always equal. */
  RuleInfo info();

  /** Looks at calls of methods. */
  non-sealed interface OnCall extends Rule {
    /** The mistakes at a call; empty for none. */
    List<Mistake> check(MethodInvocationTree tree, RuleContext context);
  }

  /** Looks at class instance creations. */
  non-sealed interface OnNew extends Rule {
    /** The mistakes at a creation; empty for none. */
    List<Mistake> check(NewClassTree tree, RuleContext context);
  }

  /** Looks at lambdas. */
  non-sealed interface OnLambda extends Rule {
    /** The mistakes at a lambda; empty for none. */
    List<Mistake> check(LambdaExpressionTree tree, RuleContext context);
  }

  /** Looks at method references. */
  non-sealed interface OnReference extends Rule {
    /** The mistakes at a method reference; empty for none. */
    List<Mistake> check(MemberReferenceTree tree, RuleContext context);
  }

  /** Looks at expressions whose value is dropped. */
  non-sealed interface OnStatement extends Rule {
    /** The mistakes at an expression statement; empty for none. */
    List<Mistake> check(ExpressionStatementTree tree, RuleContext context);
  }

  /** Looks at try statements. */
  non-sealed interface OnTry extends Rule {
    /** The mistakes at a try statement; empty for none. */
    List<Mistake> check(TryTree tree, RuleContext context);
  }

  /** Looks at enhanced for loops. */
  non-sealed interface OnLoop extends Rule {
    /** The mistakes at a loop; empty for none. */
    List<Mistake> check(EnhancedForLoopTree tree, RuleContext context);
  }

  /** Looks at synchronized blocks. */
  non-sealed interface OnSynchronized extends Rule {
    /** The mistakes at a synchronized block; empty for none. */
    List<Mistake> check(SynchronizedTree tree, RuleContext context);
  }

  /** Looks at variables: fields, parameters, local variables. */
  non-sealed interface OnVariable extends Rule {
    /** The mistakes at a declaration; empty for none. */
    List<Mistake> check(VariableTree tree, RuleContext context);
  }

  /** Looks at methods and constructors, and at their bodies as a whole. */
  non-sealed interface OnMethod extends Rule {
    /** The mistakes in a method; empty for none. */
    List<Mistake> check(MethodTree tree, RuleContext context);
  }

  /** Looks at classes as a whole. */
  non-sealed interface OnClass extends Rule {
    /** The mistakes in a class; empty for none. */
    List<Mistake> check(ClassTree tree, RuleContext context);
  }
}
