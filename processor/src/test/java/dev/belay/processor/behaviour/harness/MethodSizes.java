package dev.belay.processor.behaviour.harness;

import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;

/** How many bytes of bytecode the methods of machines have. */
public final class MethodSizes {
  private MethodSizes() {}

  /** By the name of class and method; constructors are left out. */
  public static Map<String, Integer> of(Program program) {
    Map<String, Integer> sizes = new TreeMap<>();
    program
        .classes()
        .forEach(
            (name, bytes) -> {
              if (name.endsWith("Machine")) {
                new ClassReader(bytes).accept(new Visitor(name, sizes), ClassReader.SKIP_DEBUG);
              }
            });
    return sizes;
  }

  private static final class Visitor extends ClassVisitor {
    private final String type;
    private final Map<String, Integer> sizes;

    Visitor(String type, Map<String, Integer> sizes) {
      super(Opcodes.ASM9);
      this.type = type;
      this.sizes = sizes;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new CodeSizeEvaluator(null) {
        @Override
        public void visitEnd() {
          sizes.put(type + "." + name, getMaxSize());
        }
      };
    }
  }
}
