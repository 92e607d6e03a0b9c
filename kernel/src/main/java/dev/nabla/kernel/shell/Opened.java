package dev.nabla.kernel.shell;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Makes public what Java gives to the package: JShell puts all its classes into one package, where
 * the student's classes see each other's members; cells compiled the short way are in others.
 */
final class Opened {
  private Opened() {}

  static byte[] of(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public void visit(
              int version,
              int access,
              String name,
              String signature,
              String superName,
              String[] interfaces) {
            super.visit(version, opened(access), name, signature, superName, interfaces);
          }

          @Override
          public void visitInnerClass(String name, String outer, String inner, int access) {
            super.visitInnerClass(name, outer, inner, opened(access));
          }

          @Override
          public FieldVisitor visitField(
              int access, String name, String descriptor, String signature, Object value) {
            return super.visitField(opened(access), name, descriptor, signature, value);
          }

          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return super.visitMethod(
                name.equals("<clinit>") ? access : opened(access),
                name,
                descriptor,
                signature,
                exceptions);
          }
        },
        0);
    return writer.toByteArray();
  }

  private static int opened(int access) {
    int mine = Opcodes.ACC_PRIVATE | Opcodes.ACC_PROTECTED | Opcodes.ACC_PUBLIC;
    return (access & mine) == 0 ? access | Opcodes.ACC_PUBLIC : access;
  }
}
