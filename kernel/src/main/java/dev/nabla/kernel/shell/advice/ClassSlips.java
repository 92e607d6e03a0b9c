package dev.nabla.kernel.shell.advice;

import java.util.List;

/** Declarations: variables with var and final, methods, classes and what belongs to them. */
final class ClassSlips {
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
              "method declared twice",
              scene -> {
                String[] name =
                    scene.read("(method|constructor|class|record) (\\w+).* is already defined");
                return name == null
                    ? null
                    : scene.on(
                        scene.at(),
                        "the "
                            + name[0]
                            + " "
                            + name[1]
                            + " is there twice. Remove one, or give it other parameters.");
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
                      : null),
          new Slip(
              "this outside a class",
              scene ->
                  scene.is("non-static.cant.be.ref") && scene.at().is("this", "super")
                      ? scene.on(
                          scene.at(),
                          scene.at().text()
                              + " means an object, and a cell is in none. Leave it out.")
                      : null),
          new Slip(
              "member without an object",
              scene -> {
                String[] member = scene.read("non-static (variable|method) (\\w+)");
                return !scene.is("non-static.cant.be.ref") || member == null
                    ? null
                    : scene.on(
                        scene.name(),
                        member[1]
                            + " belongs to an object, not to the class. "
                            + (scene.at().is(".")
                                ? "Make one first: new "
                                    + scene.previous(scene.at()).text()
                                    + "(...)."
                                    + member[1]
                                    + "."
                                : "Make it static too, or the method around it not static."));
              }),
          new Slip(
              "capital letter of a member",
              scene -> {
                String[] found =
                    scene.read("(\\w+)\\.(\\w+) has private access|^(\\w+) has private");
                if (!scene.is("report.access") || found == null) {
                  return null;
                }
                String name = scene.name().text();
                Token owner = scene.previous(scene.previous(scene.name()));
                boolean exists =
                    scene
                        .names
                        .type(owner.text())
                        .map(type -> java.util.stream.Stream.of(type.getFields()))
                        .stream()
                        .flatMap(fields -> fields)
                        .anyMatch(field -> field.getName().equalsIgnoreCase(name));
                return exists
                    ? scene.on(
                        scene.name(),
                        owner.text()
                            + " has no "
                            + name
                            + ". Did you mean ."
                            + name.toLowerCase(java.util.Locale.ROOT)
                            + "?")
                    : null;
              }),
          new Slip(
              "private access",
              scene -> {
                String[] found =
                    scene.read("(\\w+)(?:\\(.*\\))? has (private|protected) access in (\\w+)");
                return !scene.is("report.access") || found == null
                    ? null
                    : scene.on(
                        scene.name(),
                        found[0]
                            + " is "
                            + found[1]
                            + ": only "
                            + found[2]
                            + " itself may use it. Is there a method for it, such as ."
                            + found[0]
                            + "()?");
              }),
          new Slip(
              "object of an abstract type",
              scene -> {
                String[] type = scene.read("(\\w+) is abstract; cannot be instantiated");
                return type == null
                    ? null
                    : scene.here(
                        type[0]
                            + " is abstract: it only says what its kinds can do."
                            + switch (type[0]) {
                              case "List" -> " Make a new ArrayList<>().";
                              case "Map" -> " Make a new HashMap<>().";
                              case "Set" -> " Make a new HashSet<>().";
                              default ->
                                  " Make an object of a class that extends or implements it.";
                            });
              }),
          new Slip(
              "missing method of an interface",
              scene -> {
                String[] names =
                    scene.read(
                        "(\\S+) is not abstract and does not override abstract method (.+) in (\\w+)");
                return names == null
                    ? null
                    : scene.on(
                        scene.at(),
                        (names[0].startsWith("<") ? "this class" : names[0])
                            + " promises to be a "
                            + names[2]
                            + ", so it needs the method "
                            + names[1]
                            + ". Write it with public in front.");
              }),
          new Slip(
              "method of an interface not public",
              scene -> {
                String[] name = scene.read("(\\w+\\(.*?\\)) in \\S+ cannot (?:implement|override)");
                return !scene.is("override.weaker.access") || name == null
                    ? null
                    : scene.here(
                        name[0] + " is public where it comes from. Write public in front of it.");
              }),
          new Slip(
              "subclass of a final class",
              scene -> {
                String[] name = scene.read("cannot inherit from final (\\w+)");
                return name == null
                    ? null
                    : scene.here(name[0] + " is final: no class may extend it.");
              }),
          new Slip(
              "enum name in a case",
              scene ->
                  scene.is("enum.label.must.be*")
                      ? scene.on(
                          scene.name(),
                          "in a case the constant stands alone: case " + scene.name().text() + ".")
                      : null),
          new Slip(
              "for-each over a single value",
              scene -> {
                String[] type = scene.read("found: +(.+)");
                return !scene.is("foreach.not.applicable*") || type == null
                    ? null
                    : scene.here(
                        scene.refused()
                            + " is "
                            + TypeSlips.article(type[0])
                            + ", and for (... : ...) walks through arrays and collections only."
                            + (type[0].equals("int")
                                ? " To count, write for (int i = 0; i < "
                                    + scene.refused()
                                    + "; i++)."
                                : ""));
              }),
          new Slip(
              "array without a size",
              scene ->
                  scene.is("array.dimension.missing")
                      ? scene.here(
                          "a new array needs its size or its values: new int[3], or new int[] {1,"
                              + " 2}.")
                      : null));

  private ClassSlips() {}

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
