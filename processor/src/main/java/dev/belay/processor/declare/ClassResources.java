package dev.belay.processor.declare;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.belay.processor.report.Finding;
import dev.belay.processor.report.Message;
import dev.belay.processor.report.Span;
import java.util.List;
import javax.lang.model.element.TypeElement;

/** Classes annotated as resources. */
final class ClassResources {
  private ClassResources() {}

  /** Says that this version does not compile them. */
  static void refuse(Trees trees, ErrorPrinter printer, TypeElement type) {
    TreePath path = trees.getPath(type);
    Finding finding =
        Finding.of(
            Message.ResourceClassUnsupported, new Span(-1, -1), type.getSimpleName().toString());
    printer.print(path, List.of(finding));
  }
}
