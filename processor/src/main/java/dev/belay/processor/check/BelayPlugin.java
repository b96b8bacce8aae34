package dev.belay.processor.check;

import com.google.auto.service.AutoService;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import java.util.List;

/**
 * The checker alone, as a plugin of javac's: {@code -Xplugin:Belay}. It compiles no templates. A
 * processor, even one that does nothing, makes javac enter all classes a second time; a plugin does
 * not.
 */
@AutoService(Plugin.class)
public final class BelayPlugin implements Plugin {
  @Override
  public String getName() {
    return "Belay";
  }

  /**
   * @param arguments options of the checker, as {@code belay.rules=off}
   */
  @Override
  public void init(JavacTask task, String... arguments) {
    task.addTaskListener(new Entered(task, List.of(arguments)));
  }
}
