package dev.nabla.kernel.shell.direct;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.nabla.kernel.shell.direct.CellCompiler.Compilation;
import dev.nabla.kernel.shell.direct.GroupSource.Piece;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.type.TypeMirror;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Parts of a cell, compiled as one class.
 *
 * @param name of the class
 * @param firstWrong the first part that does not compile, or -1
 */
public record Group(String name, Map<String, byte[]> classFiles, int firstWrong) {

  /** Compiles parts. */
  public static Group compile(CellCompiler compiler, String packageName, GroupSource source) {
    String head = GroupSource.inPackage(packageName);
    Compilation compilation = compiler.compile(head + source.text());
    int wrong =
        compilation.errors().stream()
            .mapToInt(each -> source.pieceAt(each.getStartPosition() - head.length()))
            .min()
            .orElse(-1);
    return new Group(packageName + "." + GroupSource.CLASS, compilation.classFiles(), wrong);
  }

  /**
   * The types of the variables that are declared without one; those that Java has no words for are
   * missing.
   */
  public static Map<String, String> infer(
      CellCompiler compiler,
      String packageName,
      List<String> imports,
      Map<String, String> fields,
      List<Piece> pieces) {
    GroupSource source = GroupSource.of(imports, fields, pieces, false, true);
    return compiler.attribute(
        GroupSource.inPackage(packageName) + source.text(),
        parsed -> {
          Map<String, String> types = new HashMap<>();
          Trees trees = parsed.trees();
          new TreePathScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree tree, Void unused) {
              TypeMirror type = trees.getTypeMirror(getCurrentPath());
              if (isOwn(getCurrentPath()) && type != null && hasWords(type)) {
                types.putIfAbsent(tree.getName().toString(), type.toString());
              }
              return null;
            }
          }.scan(parsed.unit(), null);
          return types;
        });
  }

  /**
   * Whether a variable stands in no block, loop or lambda, but in the method of the cell itself.
   */
  private static boolean isOwn(TreePath variable) {
    return variable.getParentPath().getParentPath().getLeaf() instanceof MethodTree method
        && method.getName().contentEquals(GroupSource.METHOD);
  }

  private static boolean hasWords(TypeMirror type) {
    return switch (type.getKind()) {
      case ERROR, NULL, VOID, NONE -> false;
      default -> !type.toString().matches(".*(<anonymous|<any>|<none>|[#&@]).*");
    };
  }

  /** The class as other cells need it: its variables. */
  public byte[] fieldsAlone(Set<String> names) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(classFiles.get(name))
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
                writer.visit(version, access, name, signature, superName, interfaces);
              }

              @Override
              public FieldVisitor visitField(
                  int access, String name, String descriptor, String signature, Object value) {
                return names.contains(name)
                    ? writer.visitField(access, name, descriptor, signature, value)
                    : null;
              }
            },
            ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    return writer.toByteArray();
  }
}
