package dev.nabla.graph.algebra;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Products and transposes of matrices in their shortest form. */
final class MatrixForms {
  private MatrixForms() {}

  /** The factors of a matrix product. */
  static void productFactors(Expression body, List<Expression> into) {
    if (body instanceof Apply apply && apply.is(MatrixOperations.PRODUCT)) {
      into.addAll(apply.inputs());
    } else {
      into.add(body);
    }
  }

  /** Takes a row times ... times a column out of a longer product; null if there is none. */
  static List<Expression> takeNumber(List<Expression> chain) {
    for (int from = 0; from < chain.size(); from++) {
      if (!chain.get(from).shape().rows().equals("1")) {
        continue;
      }
      for (int to = from; to < chain.size(); to++) {
        if (chain.get(to).shape().isColumn() && to - from + 1 < chain.size()) {
          List<Expression> inner = chain.subList(from, to + 1);
          List<Expression> taken = List.copyOf(inner);
          inner.clear();
          return taken;
        }
      }
    }
    return null;
  }

  /** Identity matrices are left out, and a row of ones times a column is its sum. */
  static Expression product(List<Expression> chain) {
    List<Expression> factors = new ArrayList<>(chain);
    factors.removeIf(factor -> isNamed(factor, "identity"));
    if (factors.isEmpty()) {
      return chain.get(0);
    }
    if (factors.size() == 1) {
      return factors.get(0);
    }
    Apply product = Apply.of(MatrixOperations.PRODUCT, factors);
    if (product.isNumber() && 2 * transposes(factors) > factors.size()) {
      factors.replaceAll(MatrixForms::transpose);
      Collections.reverse(factors);
      return product(factors);
    }
    if (product.isNumber() && factors.size() == 2) {
      if (isNamed(factors.get(0), "ones")) {
        return Expressions.sumOfEntries(factors.get(1));
      }
      if (isNamed(factors.get(1), "ones")) {
        return Expressions.sumOfEntries(transpose(factors.get(0)));
      }
    }
    return product;
  }

  /** u^T A^T v and v^T A u are the same number; the one with fewer transposes is written. */
  private static int transposes(List<Expression> factors) {
    return (int) factors.stream().filter(factor -> isNamed(factor, "transpose")).count();
  }

  /** The factors of a product entry by entry; matrices of ones are left out. */
  static void entrywiseFactors(Expression body, List<Expression> into) {
    if (body instanceof Apply apply && apply.is(Products.MULTIPLY)) {
      into.addAll(apply.inputs());
    } else if (!isNamed(body, "ones")) {
      into.add(body);
    }
  }

  static Expression entrywise(List<Expression> factors, Expression like) {
    return factors.isEmpty() ? Expressions.ones(like.shape()) : Expressions.entrywise(factors);
  }

  /** The transpose, moved inward to the names. */
  static Expression transpose(Expression body) {
    if (body.isNumber() || !(body instanceof Apply apply)) {
      return Expressions.transpose(body);
    }
    return switch (apply.operation().name()) {
      case "transpose" -> apply.input(0);
      case "matrix product" -> {
        List<Expression> turned = transposed(apply);
        Collections.reverse(turned);
        yield Apply.of(MatrixOperations.PRODUCT, turned);
      }
      case "add", "subtract", "multiply", "negate" ->
          Apply.of(apply.operation(), transposed(apply));
      case "identity", "diag" -> apply;
      case "ones" -> Expressions.ones(apply.shape().transposed());
      default -> Expressions.transpose(apply);
    };
  }

  private static List<Expression> transposed(Apply apply) {
    List<Expression> inputs = new ArrayList<>();
    apply.inputs().forEach(input -> inputs.add(transpose(input)));
    return inputs;
  }

  private static boolean isNamed(Expression expression, String name) {
    return expression instanceof Apply apply && apply.operation().name().equals(name);
  }
}
