package dev.nabla.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Cells as people write them, at random: few names, so that they are declared again and again with
 * the same and with other types, used before they are there, and lost.
 */
final class RandomCells {
  private static final String[] NAMES = {"a", "b", "c", "n", "xs", "f", "g", "P", "total"};
  private static final String[] TYPES = {
    "int", "double", "long", "String", "List<Integer>", "int[]", "boolean", "char", "P", "Object"
  };

  private final Random random;
  private final List<String> before = new ArrayList<>();

  RandomCells(long seed) {
    random = new Random(seed);
  }

  /** A cell of one to four parts, or one that was there before, which people run again. */
  String next() {
    if (!before.isEmpty() && random.nextInt(4) == 0) {
      return before.get(random.nextInt(before.size()));
    }
    before.add(fresh());
    return before.get(before.size() - 1);
  }

  private String fresh() {
    List<String> parts = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      parts.add(part());
    }
    if (random.nextInt(3) > 0) {
      parts.add(expression());
    }
    return String.join(random.nextInt(4) == 0 ? " " : "\n", parts);
  }

  private String part() {
    String name = name();
    return switch (random.nextInt(26)) {
      case 0, 1, 2, 3 -> variable(name);
      case 4, 5, 6 -> "var " + name + " = " + expression() + ";";
      case 7 -> "int " + name + ", " + name() + "1 = 5;";
      case 8 -> "int " + name + "[] = {1, 2, 3};";
      case 9 -> "int[] " + name + " = {" + number() + ", 2,\n   " + number() + "};";
      case 10 -> name + " = " + expression() + ";";
      case 11 -> name + "++;";
      case 12 -> "for (int i = 0; i < 3; i++) { " + name + " += i; }";
      case 13 -> "System.out.println(" + expression() + ");";
      case 14 -> "int " + name + "(int x) {\n  return x * " + number() + " + " + name() + ";\n}";
      case 15 -> "String " + name + "(Object o) { return \"<\" + o + \">\"; }";
      case 16 -> "record P(int x, int y) { int sum() { return x + y; } }";
      case 17 -> "class P { int x = " + number() + "; int sum() { return x + " + number() + "; } }";
      case 18 -> "import java.util.zip.CRC32;";
      case 19 -> "if (" + number() + " > 3) { throw new IllegalStateException(\"" + name + "\"); }";
      case 20 -> "try { int q = 1 / (" + number() + " - 3); } catch (ArithmeticException e) { }";
      case 21 -> "Function<Integer, Integer> " + name + " = z -> z * " + number() + ";";
      case 22 -> "final int " + name + " = " + number() + ";";
      case 23 -> "{ record Q(int v) {} var q = new Q(" + number() + ");\n " + name + " = q.v(); }";
      case 24 -> expression() + ";";
      default -> random.nextInt(4) == 0 ? "int = 5;" : "// only words about " + name;
    };
  }

  private String variable(String name) {
    String type = TYPES[random.nextInt(TYPES.length)];
    if (random.nextInt(6) == 0) {
      return type + " " + name + ";";
    }
    String value =
        switch (type) {
          case "int" -> random.nextInt(5) == 0 ? "2.5" : number() + "";
          case "double" -> number() + ".25";
          case "long" -> number() + "L";
          case "String" -> random.nextInt(2) == 0 ? "null" : "\"s" + number() + "\"";
          case "List<Integer>" -> "new ArrayList<>(List.of(" + number() + ", " + number() + "))";
          case "int[]" -> "{" + number() + ", " + number() + "}";
          case "boolean" -> number() + " > 4";
          case "char" -> "'k'";
          case "P" -> "new P()";
          default -> expression();
        };
    return type + " " + name + " = " + value + ";";
  }

  private String expression() {
    String name = name();
    return switch (random.nextInt(26)) {
      case 0, 1 -> number() + " + " + number();
      case 2, 3, 4 -> name;
      case 5 -> name + " + 1";
      case 6 -> name + "(" + number() + ")";
      case 7 -> name + ".sum()";
      case 8 -> "new P(" + number() + ", 2)";
      case 9 -> "new P().x";
      case 10 -> "List.of(" + number() + ", 2, 3).stream().map(i -> i * 2).toList()";
      case 11 -> "Math.max(" + number() + ", " + name + ")";
      case 12 -> name + " == null ? \"none\" : \"some\"";
      case 13 -> number() + " / 0";
      case 14 -> "switch (" + number() + ") { case 1, 2 -> \"few\"; default -> \"many\"; }";
      case 15 -> name + " = " + number();
      case 16 -> name + ".apply(" + number() + ")";
      case 17 -> "last";
      case 18 ->
          "IntStream.range(0, 4).mapToObj(i -> \"t\" + i)\n  .collect(Collectors.joining(\"-\"))";
      case 19 -> "new int[] {1, " + number() + "}.length";
      case 20 -> "\"\"\"\n  block " + number() + "\n  \"\"\"";
      case 21 -> "(double) " + number();
      case 22 -> "new CRC32().getValue()";
      case 23 -> name + ".length";
      case 24 -> "Map.of(\"k\", " + number() + ").get(\"k\")";
      default -> "Optional.of(" + number() + ").map(v -> v + 1).get()";
    };
  }

  private String name() {
    return NAMES[random.nextInt(NAMES.length)];
  }

  private int number() {
    return 1 + random.nextInt(6);
  }
}
