package dev.belay.processor.attribute;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Finds the class files that the outer compilation has read.
 *
 * <p>JDK 18 and newer tell: {@code Elements.getFileObjectOf}, called reflectively since this code
 * is compiled for 17. There the {@link Filer} finds what is on the class path, but nothing on a
 * module path and no class file that a processor has generated.
 */
final class ClassFiles {
  private final Elements elements;
  private final Filer filer;
  private final @Nullable Method getFileObjectOf;

  ClassFiles(ProcessingEnvironment environment) {
    this.elements = environment.getElementUtils();
    this.filer = environment.getFiler();
    this.getFileObjectOf = getFileObjectOf();
  }

  private static @Nullable Method getFileObjectOf() {
    try {
      return Elements.class.getMethod("getFileObjectOf", Element.class);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  /** The class file of a type, or nothing when it cannot be had. */
  Optional<FileObject> find(TypeElement type) {
    try {
      return getFileObjectOf == null
          ? Optional.of(onClassPath(type))
          : classFile(getFileObjectOf.invoke(elements, type));
    } catch (IOException | ReflectiveOperationException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<FileObject> classFile(@Nullable Object file) {
    return file instanceof JavaFileObject found && found.getKind() == JavaFileObject.Kind.CLASS
        ? Optional.of(found)
        : Optional.empty();
  }

  private FileObject onClassPath(TypeElement type) throws IOException {
    String packageName = elements.getPackageOf(type).getQualifiedName().toString();
    String binaryName = elements.getBinaryName(type).toString();
    String fileName =
        packageName.isEmpty() ? binaryName : binaryName.substring(packageName.length() + 1);
    return filer.getResource(StandardLocation.CLASS_PATH, packageName, fileName + ".class");
  }
}
