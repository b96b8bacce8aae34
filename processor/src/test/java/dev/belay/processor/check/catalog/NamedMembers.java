package dev.belay.processor.check.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Looks for what a file of the catalogue names, in class files: nothing is loaded, so that what a
 * library lacks at run time does not matter.
 */
final class NamedMembers {
  private final ClassLoader library;

  NamedMembers(ClassLoader library) {
    this.library = library;
  }

  /** The lines of a file that name what the library does not have, and what that is. */
  List<String> unknown(String file) throws IOException {
    List<String> unknown = new ArrayList<>();
    String text;
    try (InputStream in = CatalogReader.class.getResourceAsStream(file + ".txt")) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (String line : text.lines().filter(it -> !it.startsWith("#")).toList()) {
      List<String> words = List.of(line.strip().split("\\s+", -1));
      String type = words.get(1);
      Set<String> methods = new HashSet<>();
      if (!addMethods(internalName(type), methods)) {
        unknown.add(type);
        continue;
      }
      words.stream()
          .skip(2)
          .filter(name -> !methods.contains(name))
          .forEach(name -> unknown.add(type + "." + name));
    }
    return unknown;
  }

  /** The binary name of a class as in an import: packages are written small. */
  private static String internalName(String type) {
    StringBuilder name = new StringBuilder();
    boolean isInClass = false;
    for (String part : List.of(type.split("\\.", -1))) {
      if (!name.isEmpty()) {
        name.append(isInClass ? '$' : '/');
      }
      name.append(part);
      isInClass |= Character.isUpperCase(part.charAt(0));
    }
    return name.toString();
  }

  private boolean addMethods(String internalName, Set<String> methods) throws IOException {
    try (InputStream in = library.getResourceAsStream(internalName + ".class")) {
      if (in == null) {
        return false;
      }
      List<String> inherited = new ArrayList<>();
      new ClassReader(in)
          .accept(
              new ClassVisitor(Opcodes.ASM9) {
                @Override
                public void visit(
                    int version,
                    int access,
                    String name,
                    String signature,
                    String superName,
                    String[] interfaces) {
                  if (superName != null) {
                    inherited.add(superName);
                  }
                  inherited.addAll(List.of(interfaces));
                }

                @Override
                public MethodVisitor visitMethod(
                    int access, String name, String type, String signature, String[] exceptions) {
                  if ((access & Opcodes.ACC_PRIVATE) == 0) {
                    methods.add(name);
                  }
                  return null;
                }
              },
              ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      for (String each : inherited) {
        addMethods(each, methods);
      }
      return true;
    }
  }
}
