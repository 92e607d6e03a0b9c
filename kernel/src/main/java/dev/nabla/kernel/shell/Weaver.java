package dev.nabla.kernel.shell;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Makes the classes of cells stoppable: a check at the start of every method and before every
 * backward jump, see {@link StopSite}. Calls that would end the JVM go to {@link Exits}.
 */
final class Weaver {
  private static final Handle LINK =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          Type.getInternalName(StopSite.class),
          "link",
          MethodType.methodType(
                  CallSite.class, MethodHandles.Lookup.class, String.class, MethodType.class)
              .toMethodDescriptorString(),
          false);
  private static final String EXITS = Type.getInternalName(Exits.class);

  private Weaver() {}

  /** The woven form of a class file. The stack does not grow, so no frame has to be computed. */
  static byte[] weave(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            return next == null ? null : new WovenMethod(next);
          }
        },
        0);
    return writer.toByteArray();
  }

  private static final class WovenMethod extends MethodVisitor {
    private final Set<Label> behind = new HashSet<>();

    WovenMethod(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      check();
    }

    @Override
    public void visitLabel(Label label) {
      behind.add(label);
      super.visitLabel(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      if (behind.contains(label)) {
        check();
      }
      super.visitJumpInsn(opcode, label);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      boolean ofSystem = owner.equals("java/lang/System") && name.equals("exit");
      boolean ofRuntime =
          owner.equals("java/lang/Runtime") && (name.equals("exit") || name.equals("halt"));
      if (ofSystem) {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, EXITS, "exit", "(I)V", false);
      } else if (ofRuntime) {
        super.visitMethodInsn(
            Opcodes.INVOKESTATIC, EXITS, "exit", "(Ljava/lang/Runtime;I)V", false);
      } else {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      }
    }

    private void check() {
      super.visitInvokeDynamicInsn("check", "()V", LINK);
    }
  }
}
