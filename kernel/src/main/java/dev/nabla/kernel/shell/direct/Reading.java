package dev.nabla.kernel.shell.direct;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import dev.nabla.kernel.shell.direct.CellCompiler.Parsed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the grammar alone says of one part of a cell.
 *
 * @param mentions the names it may take from outside
 * @param readLater those that stand in a lambda or a class
 * @param declared the variables it declares, empty unless it is {@link Kind#VARIABLES}
 * @param assigned the variable that an expression assigns, or null
 */
public record Reading(
    Kind kind,
    Set<String> mentions,
    Set<String> readLater,
    List<Declared> declared,
    String assigned) {

  /** What a part is. */
  public enum Kind {
    /** Has a value, and cannot stand alone as a statement. */
    EXPRESSION,
    /** A call, which may have a value. */
    CALL,
    /** An assignment, an increment or a creation: a statement with a value. */
    VALUED_STATEMENT,
    STATEMENT,
    VARIABLES,
    /** What is not for us. */
    OTHER
  }

  /**
   * A variable.
   *
   * @param type its type as written, or null for {@code var}
   * @param value its initial value as written, an array's with its type; or null
   * @param zero its value where none is given
   * @param line the line of the part where the value begins, from 0
   */
  public record Declared(String name, String type, String value, String zero, int line) {}

  /** Reads parts of a cell, each parsed for itself. */
  public static List<Reading> of(List<String> parts, CellCompiler compiler) {
    if (parts.isEmpty()) {
      return List.of();
    }
    List<String> sources = parts.stream().map(Statements::source).toList();
    return compiler.parse(sources, (index, parsed) -> alone(sources.get(index), parsed));
  }

  private static Reading alone(String source, Parsed parsed) {
    List<StatementTree> statements = Statements.isReadable(parsed) ? Statements.of(parsed) : null;
    if (statements == null) {
      return other(List.of());
    }
    // The last is the empty statement that we have put behind the part.
    statements.removeIf(each -> each.getKind() == Tree.Kind.EMPTY_STATEMENT);
    return statements.isEmpty()
        ? other(List.of())
        : of(source, 0, parsed, statements, parsed.errors().isEmpty());
  }

  /**
   * Reads one part.
   *
   * @param source what was parsed
   * @param start where the part begins in it
   * @param statements of the part: one, or the variables of one declaration
   * @param isStatement whether it can stand as a statement
   */
  static Reading of(
      String source,
      int start,
      Parsed parsed,
      List<StatementTree> statements,
      boolean isStatement) {
    return new Reader(source, start, parsed).read(statements, isStatement);
  }

  private static Reading other(List<Declared> declared) {
    return new Reading(Kind.OTHER, Set.of(), Set.of(), declared, null);
  }

  /** Reads one part. */
  private static final class Reader {
    private final String source;
    private final int start;
    private final Parsed parsed;
    private final SourcePositions positions;

    Reader(String source, int start, Parsed parsed) {
      this.source = source;
      this.start = start;
      this.parsed = parsed;
      this.positions = parsed.trees().getSourcePositions();
    }

    Reading read(List<StatementTree> statements, boolean isStatement) {
      Mentions mentions = new Mentions();
      statements.forEach(each -> mentions.scan(each, null));
      if (statements.stream().allMatch(each -> each instanceof VariableTree)) {
        return variables(statements, mentions);
      }
      StatementTree only = statements.get(0);
      if (statements.size() > 1 || mentions.returns || only instanceof ClassTree) {
        return other(List.of());
      }
      if (!(only instanceof ExpressionStatementTree expression)) {
        Kind kind = isStatement ? Kind.STATEMENT : Kind.OTHER;
        return mentions.reading(kind, List.of(), null);
      }
      ExpressionTree value = expression.getExpression();
      String assigned =
          value instanceof AssignmentTree assignment
                  && assignment.getVariable() instanceof IdentifierTree name
              ? name.getName().toString()
              : null;
      return mentions.reading(kind(value, isStatement), List.of(), assigned);
    }

    private static Kind kind(ExpressionTree value, boolean isStatement) {
      if (!isStatement) {
        return value instanceof ErroneousTree ? Kind.EXPRESSION : Kind.OTHER;
      }
      return value instanceof MethodInvocationTree ? Kind.CALL : Kind.VALUED_STATEMENT;
    }

    private Reading variables(List<? extends StatementTree> statements, Mentions mentions) {
      List<Declared> declared = new ArrayList<>();
      boolean plain = true;
      for (StatementTree each : statements) {
        VariableTree variable = (VariableTree) each;
        String name = variable.getName().toString();
        plain &=
            variable.getModifiers().getFlags().isEmpty()
                && variable.getModifiers().getAnnotations().isEmpty()
                && !mentions.variables.contains(name);
        String type = type(variable);
        plain &= type != null || variable.getInitializer() != null;
        // The brackets of an array may stand behind its name.
        plain &= type == null || !type.matches("(?s).*\\b" + Pattern.quote(name) + "\\s*\\[.*");
        declared.add(
            new Declared(name, type, value(variable, type), zero(variable), line(variable)));
      }
      return plain ? mentions.reading(Kind.VARIABLES, declared, null) : other(declared);
    }

    private String type(VariableTree variable) {
      Tree type = variable.getType();
      String written = type == null ? "" : text(type);
      return written.isEmpty() || written.equals("var") ? null : written;
    }

    private String value(VariableTree variable, String type) {
      if (variable.getInitializer() == null) {
        return null;
      }
      String written = text(variable.getInitializer());
      boolean isBareArray =
          variable.getInitializer() instanceof NewArrayTree array && array.getType() == null;
      return isBareArray && written.startsWith("{") ? "new " + type + written : written;
    }

    private static String zero(VariableTree variable) {
      if (!(variable.getType() instanceof PrimitiveTypeTree primitive)) {
        return "null";
      }
      return switch (primitive.getPrimitiveTypeKind()) {
        case BOOLEAN -> "false";
        default -> "0";
      };
    }

    private int line(VariableTree variable) {
      Tree value = variable.getInitializer() == null ? variable : variable.getInitializer();
      int from = (int) positions.getStartPosition(parsed.unit(), value);
      return (int)
          source.substring(start, Math.max(start, from)).chars().filter(c -> c == '\n').count();
    }

    private String text(Tree tree) {
      long from = positions.getStartPosition(parsed.unit(), tree);
      long to = positions.getEndPosition(parsed.unit(), tree);
      return from < 0 || to < from ? "" : source.substring((int) from, (int) to);
    }
  }

  /** Collects names, and whether there is a {@code return} that would end the cell. */
  private static final class Mentions extends TreeScanner<Void, Void> {
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> variables = new LinkedHashSet<>();
    private final Set<String> later = new LinkedHashSet<>();
    private boolean returns;
    private int depth;

    Reading reading(Kind kind, List<Declared> declared, String assigned) {
      return new Reading(kind, names, later, declared, assigned);
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void unused) {
      names.add(tree.getName().toString());
      variables.add(tree.getName().toString());
      if (depth > 0) {
        later.add(tree.getName().toString());
      }
      return null;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      if (!(tree.getMethodSelect() instanceof IdentifierTree method)) {
        return super.visitMethodInvocation(tree, unused);
      }
      names.add(method.getName().toString());
      return scan(tree.getArguments(), unused);
    }

    @Override
    public Void visitErroneous(ErroneousTree tree, Void unused) {
      return scan(tree.getErrorTrees(), unused);
    }

    @Override
    public Void visitReturn(ReturnTree tree, Void unused) {
      returns |= depth == 0;
      return super.visitReturn(tree, unused);
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
      depth++;
      super.visitLambdaExpression(tree, unused);
      depth--;
      return null;
    }

    @Override
    public Void visitClass(ClassTree tree, Void unused) {
      depth++;
      super.visitClass(tree, unused);
      depth--;
      return null;
    }
  }
}
