package dev.nabla.kernel.shell.advice;

import java.util.List;

/** Variables: var, first values, final, and variables of lambdas. */
final class VariableSlips {
  static final List<Slip> ALL =
      List.of(
          new Slip(
              "var of itself",
              scene ->
                  scene.says("self-referencing variable")
                      ? scene.names.declared().containsKey(scene.at().text())
                          ? scene.on(
                              scene.at(),
                              scene.at().text()
                                  + " is already there, so var cannot use it to define itself. Write "
                                  + withoutVar(scene)
                                  + " without var.")
                          : scene.on(
                              scene.at(),
                              scene.at().text()
                                  + " is not there yet, so it cannot be used to define itself.")
                      : null),
          var(
              "var without a value",
              "without initializer",
              "var takes its type from a value: var %s = 0;"),
          var(
              "var with null",
              "initializer is 'null'",
              "null does not say which type %1$s has. Name it: String %1$s = null;"),
          var(
              "var with braces",
              "array initializer",
              "braces alone do not say which type they hold: double[] %s = {1, 2};"),
          var(
              "var with a lambda",
              "lambda expression",
              "a lambda does not say which type it has: DoubleUnaryOperator %s = x -> x + 1;"),
          var(
              "var with a method reference",
              "method reference",
              "a method reference does not say which type it has: DoubleUnaryOperator %s ="
                  + " Math::sin;"),
          var(
              "var with nothing",
              "is 'void'",
              "the right side gives no value back, so there is nothing for %s to hold."),
          new Slip(
              "var for a method",
              scene ->
                  scene.is("restricted.type.not.allowed.here")
                      ? scene.on(
                          scene.at(),
                          "var is for variables. A method names the type of its result, and each"
                              + " parameter its type, such as double.")
                      : null),
          new Slip(
              "several variables with one var",
              scene ->
                  scene.is("restricted.type.not.allowed.compound")
                      ? scene.on(
                          scene.at(), "var declares one variable. Write a line with var for each.")
                      : null),
          new Slip(
              "var with brackets",
              scene ->
                  scene.is("restricted.type.not.allowed.array")
                      ? scene.on(
                          scene.at(),
                          "var has no brackets: it takes the whole type from the value.")
                      : null),
          new Slip(
              "variable without a first value",
              scene -> {
                String[] name = scene.read("variable (\\w+) might not have been initialized");
                return name == null
                    ? null
                    : scene.here(
                        name[0]
                            + " has no value yet on some way to this line. Give it one where it is"
                            + " declared.");
              }),
          new Slip(
              "variable declared twice",
              scene -> {
                String[] name = scene.read("variable (\\w+) is already defined");
                return name == null
                    ? null
                    : scene.on(
                        scene.at(),
                        name[0]
                            + " is already declared in this method. To give it a new value, leave"
                            + " the type out: "
                            + name[0]
                            + " = ...;");
              }),
          new Slip(
              "change of a final variable",
              scene -> {
                String[] name =
                    scene.read("cannot assign a value to (?:static )?final variable (\\w+)");
                return name == null
                    ? null
                    : scene.here(
                        name[0]
                            + " is final: it keeps its first value. Leave out final where it is"
                            + " declared, or make a new variable.");
              }),
          new Slip(
              "lambda with a changing variable",
              scene ->
                  scene.is("cant.ref.non.effectively.final.var", "local.var.accessed.from.icls*")
                      ? scene.on(
                          scene.at(),
                          scene.at().text()
                              + " changes, and a lambda may only use what never changes. Copy it"
                              + " first: var copy = "
                              + scene.at().text()
                              + ";")
                      : null),
          new Slip(
              "declaration as the body of if",
              scene ->
                  scene.is("variable.not.allowed", "class.not.allowed")
                      ? scene.on(
                          scene.at(),
                          "a declaration needs braces here: { ... }. Without them nobody could use "
                              + scene.at().text()
                              + ".")
                      : null));

  private VariableSlips() {}

  private static Slip var(String name, String reason, String words) {
    return new Slip(
        name,
        scene ->
            scene.is("cant.infer.local.var.type") && scene.says(reason)
                ? scene.on(scene.at(), String.format(words, scene.at().text()))
                : null);
  }

  /** The declaration as an assignment, shortened: {@code net = net.loss(...)}. */
  private static String withoutVar(Scene scene) {
    String line = scene.lineText(scene.at()).replaceFirst("^.*?\\bvar\\s+", "");
    return line.replaceAll(";.*$", "").replaceAll("\\([^()]+\\).*", "(...)");
  }
}
