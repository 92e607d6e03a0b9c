package dev.nabla.kernel.shell.advice;

import java.util.HashMap;
import java.util.Map;

/** The types of the variables of a cell, as far as its text says them; "" where it does not. */
final class Types {
  private final Map<String, String> inCell = new HashMap<>();
  private final KnownNames names;

  Types(Source source, KnownNames names) {
    this.names = names;
    for (Token token : source.tokens) {
      if (token.isName()) {
        declare(source, token);
      }
    }
  }

  /** The declared type of a variable, such as {@code int} or {@code double[]}. */
  String of(String name) {
    return inCell.containsKey(name) ? inCell.get(name) : names.typeOf(name);
  }

  boolean isInt(String name) {
    return of(name).matches("int|long|short|byte|Integer|Long");
  }

  boolean isDouble(String name) {
    return of(name).matches("double|float|Double|Float");
  }

  private void declare(Source source, Token name) {
    Token next = source.relative(name, 1);
    Token before = source.relative(name, -1);
    String type = "";
    if (before.is("]") && source.relative(before, -1).is("[")) {
      type = source.relative(before, -2).text() + "[]";
    } else if (before.isWord()
        && !before.is("return", "new", "else", "throw", "case", "instanceof")) {
      type = before.is("var") ? ofValue(source, name) : before.text();
    } else if (!next.is("->") && !isLambdaParameter(source, name)) {
      return;
    }
    if (next.is("(")) {
      return;
    }
    String known = inCell.putIfAbsent(name.text(), type);
    if (known != null && !known.equals(type)) {
      inCell.put(name.text(), "");
    }
  }

  /** The type of a literal, for var. */
  private static String ofValue(Source source, Token name) {
    Token value = source.relative(name, 2);
    Token end = source.relative(name, 3);
    if (!source.relative(name, 1).is("=") || !end.is(";") && !end.text().isEmpty()) {
      return "";
    }
    return switch (value.kind()) {
      case STRING -> "String";
      case NUMBER -> value.text().matches("\\d[\\d_]*") ? "int" : "";
      default -> "";
    };
  }

  /** In {@code (a, b) -> ...} nobody says the types. */
  private static boolean isLambdaParameter(Source source, Token name) {
    Token next = source.relative(name, 1);
    if (!next.is(",", ")")) {
      return false;
    }
    for (Token token = next;
        token.is(",", ")") || token.isName();
        token = source.relative(token, 1)) {
      if (token.is(")")) {
        return source.relative(token, 1).is("->");
      }
    }
    return false;
  }
}
