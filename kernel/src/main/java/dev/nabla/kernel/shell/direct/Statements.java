package dev.nabla.kernel.shell.direct;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import dev.nabla.kernel.shell.direct.CellCompiler.Parsed;
import java.util.ArrayList;
import java.util.List;

/** Code of a cell as the statements of a method, parsed alone. */
public final class Statements {
  private static final String HEAD = "class Code$ { Object run$() throws Throwable { ";
  private static final String NOT_A_STATEMENT = "compiler.err.not.stmt";

  private Statements() {}

  /** A method with the code in it; the code's last semicolon may be missing. */
  static String source(String code) {
    return HEAD + code + "\n;}}";
  }

  /** Whether the only thing wrong with the code is that it has expressions for statements. */
  static boolean isReadable(Parsed parsed) {
    return parsed.errors().stream().allMatch(each -> each.getCode().equals(NOT_A_STATEMENT));
  }

  /** The statements; null where the code reaches out of the method we put it into. */
  static List<StatementTree> of(Parsed parsed) {
    if (parsed.unit().getTypeDecls().size() != 1
        || !(parsed.unit().getTypeDecls().get(0) instanceof ClassTree type)
        || type.getMembers().size() != 1
        || !(type.getMembers().get(0) instanceof MethodTree method)) {
      return null;
    }
    return new ArrayList<>(method.getBody().getStatements());
  }

  /**
   * Where each statement of a text ends, in order.
   *
   * @return null if there is anything else in the text, such as a method or an import; an end
   *     behind the text's own where the last one needs a semicolon that is missing
   */
  public static List<Integer> ends(String text, CellCompiler compiler) {
    return compiler
        .parse(List.of(source(text)), (index, parsed) -> new Ends(found(parsed, text.length())))
        .get(0)
        .ends;
  }

  private record Ends(List<Integer> ends) {}

  private static List<Integer> found(Parsed parsed, int length) {
    List<StatementTree> statements = isReadable(parsed) ? of(parsed) : null;
    if (statements == null) {
      return null;
    }
    SourcePositions positions = parsed.trees().getSourcePositions();
    List<Integer> ends = new ArrayList<>();
    for (StatementTree each : statements) {
      int start = (int) positions.getStartPosition(parsed.unit(), each) - HEAD.length();
      int end = (int) positions.getEndPosition(parsed.unit(), each) - HEAD.length();
      if (each.getKind() == Tree.Kind.EMPTY_STATEMENT) {
        if (start < length) {
          return null;
        }
        continue; // our own, behind the text
      }
      if (each instanceof ExpressionStatementTree expression) {
        if (isTypeAlone(expression)) {
          return null;
        }
        end = Math.min(end, length);
      }
      int last = ends.size() - 1;
      if (last >= 0 && each instanceof VariableTree && start < ends.get(last)) {
        ends.set(last, end); // int a, b;
      } else {
        ends.add(end);
      }
    }
    return ends;
  }

  /** {@code int} would be read as an expression where a semicolon follows. */
  private static boolean isTypeAlone(ExpressionStatementTree statement) {
    return statement.getExpression() instanceof ErroneousTree wrong
        && wrong.getErrorTrees().stream().anyMatch(each -> each instanceof PrimitiveTypeTree);
  }
}
