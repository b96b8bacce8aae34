package dev.belay.processor.attribute;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ModuleElement;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Platform classes from the nested compiler's own manager, all others from the outer compiler. */
final class NestedFileManager extends ForwardingJavaFileManager<JavaFileManager> {
  private final PackageLister packages;

  NestedFileManager(JavaFileManager platform, PackageLister packages) {
    super(platform);
    this.packages = packages;
  }

  /** Whether {@code platform} finds a module by itself. */
  static boolean isPlatform(JavaFileManager platform, ModuleElement module) {
    if (module.isUnnamed()) {
      return false;
    }
    try {
      return platform.getLocationForModule(
              StandardLocation.SYSTEM_MODULES, module.getQualifiedName().toString())
          != null;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    if (location == StandardLocation.CLASS_PATH) {
      return packages.list(packageName).stream()
          .filter(file -> kinds.contains(file.getKind()))
          .toList();
    }
    return isOwn(location) ? List.of() : super.list(location, packageName, kinds, recurse);
  }

  /** Paths of the process that the build happens to run in are none of this compilation's. */
  @Override
  public boolean hasLocation(Location location) {
    return location == StandardLocation.CLASS_PATH
        || (!isOwn(location) && super.hasLocation(location));
  }

  private static boolean isOwn(Location location) {
    return location instanceof StandardLocation standard
        && standard != StandardLocation.SYSTEM_MODULES
        && standard != StandardLocation.PLATFORM_CLASS_PATH;
  }

  @Override
  public @Nullable String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof OuterFile outer
        ? outer.binaryName()
        : super.inferBinaryName(location, file);
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    // The platform's manager refuses files that it did not make.
    boolean isOuter = a instanceof OuterFile || b instanceof OuterFile;
    return isOuter ? a.equals(b) : super.isSameFile(a, b);
  }
}
