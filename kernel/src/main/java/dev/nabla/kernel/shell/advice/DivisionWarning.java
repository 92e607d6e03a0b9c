package dev.nabla.kernel.shell.advice;

import dev.nabla.kernel.shell.advice.Arithmetic.Division;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Whole numbers divided where a decimal number is wanted: {@code double eta = 1/2}. */
final class DivisionWarning {
  private final Source source;
  private final Types types;

  DivisionWarning(Source source, Types types) {
    this.source = source;
    this.types = types;
  }

  List<Advice> all() {
    List<Advice> found = new ArrayList<>();
    for (int i = 0; i < source.tokens.size(); i++) {
      Token token = source.tokens.get(i);
      if (token.is("=") && givesDouble(i) || token.is("return") && isInDoubleMethod(i)) {
        found.addAll(divisions(i + 1));
      }
    }
    return found;
  }

  /** Whether the = at an index gives a value to a variable that is certainly a double. */
  private boolean givesDouble(int assignment) {
    Token name = source.relative(source.tokens.get(assignment), -1);
    Token before = source.relative(name, -1);
    return name.isName() && !before.is(".", "]") && types.isDouble(name.text());
  }

  private List<Advice> divisions(int start) {
    Arithmetic arithmetic = new Arithmetic(source, types, start);
    arithmetic.read();
    boolean whole =
        arithmetic.end() >= source.tokens.size()
            || source.tokens.get(arithmetic.end()).is(";", ",");
    return whole
        ? arithmetic.divisions.stream().filter(each -> !isExact(each)).map(this::advice).toList()
        : List.of();
  }

  /** {@code 6 / 2} loses nothing. */
  private boolean isExact(Division division) {
    String left = code(division.start(), division.sign());
    String right = code(division.sign() + 1, division.end());
    return left.matches("\\d{1,18}")
        && right.matches("0*[1-9]\\d{0,17}")
        && new BigInteger(left).mod(new BigInteger(right)).signum() == 0;
  }

  private Advice advice(Division division) {
    String left = code(division.start(), division.sign());
    String right = code(division.sign() + 1, division.end());
    String fix =
        right.matches("\\d+")
            ? left + " / " + right + ".0"
            : left.matches("\\d+") ? left + ".0 / " + right : "(double) " + left + " / " + right;
    String result =
        left.matches("\\d{1,18}") && right.matches("0*[1-9]\\d{0,17}")
            ? "which gives " + Long.parseLong(left) / Long.parseLong(right)
            : "which cuts off the decimals";
    return new Advice(
        source.tokens.get(division.start()).start(),
        source.tokens.get(division.end() - 1).end(),
        code(division.start(), division.end())
            + " divides whole numbers, "
            + result
            + ". For a decimal result write "
            + fix
            + ".");
  }

  private String code(int from, int to) {
    return source.between(source.tokens.get(from).start(), source.tokens.get(to - 1).end());
  }

  /** Whether a return stands in the body of {@code double name(...) { ... }} itself. */
  private boolean isInDoubleMethod(int index) {
    int depth = 0;
    for (int i = index - 1; i > 0; i--) {
      Token token = source.tokens.get(i);
      if (token.is("}")) {
        depth++;
      } else if (token.is("{") && depth > 0) {
        depth--;
      } else if (token.is("{")) {
        Token before = source.tokens.get(i - 1);
        if (before.is("->")) {
          return false;
        }
        int open = before.is(")") ? opening(i - 1) : -1;
        if (open > 1 && source.tokens.get(open - 1).isName()) {
          return source.tokens.get(open - 2).is("double", "float");
        }
      }
    }
    return false;
  }

  private int opening(int close) {
    for (int i = close; i >= 0; i--) {
      if (source.tokens.get(i).is("(") && source.closing(i) == close) {
        return i;
      }
    }
    return -1;
  }
}
