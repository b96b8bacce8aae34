package dev.belay.processor.behaviour.harness;

import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Whether a class keeps something in statics, or does something when it is initialised: then each
 * run wants classes of its own. All others share theirs, which spares loading them again.
 */
final class Statics extends ClassVisitor {
  private boolean keeps;
  private boolean asserts;
  private boolean initialises;
  private boolean initialisesOnlyItself;

  private Statics() {
    super(Opcodes.ASM9);
  }

  /** The top-level classes of a program of which this is so, themselves or in a nested class. */
  static Set<String> owners(Program program) {
    Set<String> owners = new TreeSet<>();
    program
        .classes()
        .forEach(
            (name, bytes) -> {
              Statics statics = new Statics();
              new ClassReader(bytes).accept(statics, ClassReader.SKIP_CODE);
              if (statics.matter()) {
                owners.add(owner(name));
              }
            });
    return owners;
  }

  /** The top-level class, for a name as it is in class files or in companions. */
  static String owner(String name) {
    return name.replaceFirst("[$_].*", "");
  }

  private boolean matter() {
    return keeps || (initialises && !asserts && !initialisesOnlyItself);
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      String signature,
      String superName,
      String[] interfaces) {
    // Constants of an enum; the table of a switch over one.
    initialisesOnlyItself = (access & (Opcodes.ACC_ENUM | Opcodes.ACC_SYNTHETIC)) != 0;
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object constant) {
    asserts |= name.equals("$assertionsDisabled");
    boolean harmless =
        constant != null || (access & (Opcodes.ACC_ENUM | Opcodes.ACC_SYNTHETIC)) != 0;
    keeps |= (access & Opcodes.ACC_STATIC) != 0 && !harmless;
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    initialises |= name.equals("<clinit>");
    return null;
  }
}
