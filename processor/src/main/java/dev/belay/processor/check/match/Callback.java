package dev.belay.processor.check.match;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import org.jspecify.annotations.Nullable;

/**
 * A function that runs when something completes, on a thread that must not wait.
 *
 * @param function the lambda, method reference or method
 * @param call what it is given to; null for a listener
 * @param name the name of the method that it is given to, or of the listener's own
 */
public record Callback(TreePath function, @Nullable MethodInvocationTree call, String name) {}
