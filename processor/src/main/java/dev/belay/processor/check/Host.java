package dev.belay.processor.check;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.belay.processor.report.Message;
import dev.belay.processor.report.Notice;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The compilation that the checker runs in.
 *
 * @param task tells when a class has been attributed
 * @param options what can be said to the checker, by names without {@code -A}
 * @param filer knows where classes lie; a plugin has none
 * @param warnings takes what concerns the compilation as a whole
 */
public record Host(
    JavacTask task,
    Trees trees,
    Elements elements,
    Types types,
    Map<String, String> options,
    Optional<Filer> filer,
    BiConsumer<Message, String> warnings) {

  /** The compilation of a processor; its environment must be javac's own, not a wrapper. */
  public static Host of(ProcessingEnvironment javac) {
    return new Host(
        JavacTask.instance(javac),
        Trees.instance(javac),
        javac.getElementUtils(),
        javac.getTypeUtils(),
        javac.getOptions(),
        Optional.of(javac.getFiler()),
        (message, why) -> Notice.warn(javac, message, why));
  }

  /** The compilation of a plugin, once it has entered its first file. */
  static Host of(
      JavacTask task, Map<String, String> options, BiConsumer<Message, String> warnings) {
    return new Host(
        task,
        Trees.instance(task),
        task.getElements(),
        task.getTypes(),
        options,
        Optional.empty(),
        warnings);
  }
}
