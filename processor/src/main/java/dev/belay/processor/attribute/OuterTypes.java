package dev.belay.processor.attribute;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;

/** The files for types of the outer compilation: what the nested compiler may read them from. */
final class OuterTypes {
  private final Job job;
  private final References references;
  private final Elements elements;
  private final Trees trees;
  private final ClassFiles classFiles;
  private final Skeletons skeletons;

  /**
   * @param references grows as files are read
   */
  OuterTypes(Job job, References references) {
    this.job = job;
    this.references = references;
    this.elements = job.elements();
    this.trees = Trees.instance(job.environment());
    this.classFiles = new ClassFiles(job.environment());
    this.skeletons = new Skeletons(trees, elements);
  }

  /** Whether a type is being compiled, as opposed to read from a class file. */
  boolean isSource(TypeElement type) {
    return trees.getPath(type) != null;
  }

  /**
   * The source file of a top-level type that is being compiled, or else its class files; none for a
   * type that the nested compilation has anyway.
   */
  List<JavaFileObject> files(TypeElement type) {
    if (job.stubs().containsKey(type.getQualifiedName().toString())) {
      return List.of();
    }
    TreePath path = trees.getPath(type);
    if (path == null) {
      return binary(type);
    }
    CompilationUnitTree unit = path.getCompilationUnit();
    return job.units().contains(unit) ? List.of() : List.of(source(type, unit));
  }

  private JavaFileObject source(TypeElement type, CompilationUnitTree unit) {
    return new SkeletonSource(
        unit.getSourceFile(),
        elements.getBinaryName(type).toString(),
        () -> remembered(type, skeletons.text(unit, type)));
  }

  private List<JavaFileObject> binary(TypeElement type) {
    List<JavaFileObject> classes = new ArrayList<>();
    // All or nothing: a class file is of no use without those of its members.
    return addClasses(type, classes) ? classes : List.of(signature(type));
  }

  private JavaFileObject signature(TypeElement type) {
    return new SignatureSource(
        elements.getBinaryName(type).toString(),
        () -> remembered(type, new SignaturePrinter(elements).file(type, List.of())));
  }

  private CharSequence remembered(TypeElement type, CharSequence text) {
    references.addSource(elements.getPackageOf(type).getQualifiedName().toString(), text);
    return text;
  }

  private boolean addClasses(TypeElement type, List<JavaFileObject> classes) {
    Optional<FileObject> file = classFiles.find(type);
    if (file.isEmpty()) {
      return false;
    }
    classes.add(new OuterClass(elements.getBinaryName(type).toString(), file::get, references));
    return ElementFilter.typesIn(type.getEnclosedElements()).stream()
        .allMatch(member -> addClasses(member, classes));
  }
}
