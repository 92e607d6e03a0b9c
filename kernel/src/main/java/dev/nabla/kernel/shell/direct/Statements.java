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
   * A statement in a text: one, or a declaration of one or more variables.
   *
   * @param start where it begins, behind the blanks before it
   * @param end where it ends; behind the text's own end where it needs a semicolon that is missing
   */
  public record Statement(int start, int end, Reading reading) {}

  /**
   * The statements of a text, in order.
   *
   * @return null if there is anything else in the text, such as a method or an import
   */
  public static List<Statement> in(String text, CellCompiler compiler) {
    String source = source(text);
    return compiler
        .parse(
            List.of(source),
            (index, parsed) -> new Found(found(source, HEAD.length() + text.length(), parsed)))
        .get(0)
        .statements;
  }

  private record Found(List<Statement> statements) {}

  /**
   * @param textEnd where the text ends in the source
   */
  private static List<Statement> found(String source, int textEnd, Parsed parsed) {
    List<StatementTree> statements = isReadable(parsed) ? of(parsed) : null;
    if (statements == null) {
      return null;
    }
    SourcePositions positions = parsed.trees().getSourcePositions();
    List<Integer> ends = new ArrayList<>();
    List<List<StatementTree>> parts = new ArrayList<>();
    for (StatementTree each : statements) {
      int start = (int) positions.getStartPosition(parsed.unit(), each);
      int end = (int) positions.getEndPosition(parsed.unit(), each);
      if (each.getKind() == Tree.Kind.EMPTY_STATEMENT) {
        if (start < textEnd) {
          return null;
        }
        continue; // our own, behind the text
      }
      if (each instanceof ExpressionStatementTree expression) {
        if (isTypeAlone(expression)) {
          return null;
        }
        end = Math.min(end, textEnd);
      }
      int last = ends.size() - 1;
      if (last >= 0 && each instanceof VariableTree && start < ends.get(last)) {
        ends.set(last, end); // int a, b;
        parts.get(last).add(each);
      } else {
        ends.add(end);
        parts.add(new ArrayList<>(List.of(each)));
      }
    }
    List<Statement> found = new ArrayList<>();
    int from = HEAD.length();
    for (int i = 0; i < parts.size(); i++) {
      int start = source.length() - source.substring(from).stripLeading().length();
      int end = ends.get(i);
      boolean isStatement =
          parsed.errors().stream()
              .noneMatch(each -> start <= each.getPosition() && each.getPosition() < end);
      Reading reading = Reading.of(source, start, parsed, parts.get(i), isStatement);
      found.add(new Statement(start - HEAD.length(), end - HEAD.length(), reading));
      from = end;
    }
    return found;
  }

  /** {@code int} would be read as an expression where a semicolon follows. */
  private static boolean isTypeAlone(ExpressionStatementTree statement) {
    return statement.getExpression() instanceof ErroneousTree wrong
        && wrong.getErrorTrees().stream().anyMatch(each -> each instanceof PrimitiveTypeTree);
  }
}
