package dev.nabla.kernel.shell.advice;

import java.util.List;

/** Declarations: variables with var and final, methods, classes and what belongs to them. */
final class ClassSlips {
  static final List<Slip> ALL =
      List.of(
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
                            + " itself may use it. Is there a method of "
                            + found[2]
                            + " for it?");
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
                            + " promises to be "
                            + TypeSlips.article(names[2])
                            + ", so it needs the method "
                            + names[1]
                            + ". Write it with public in front.");
              }),
          new Slip(
              "method of an interface not public",
              scene -> {
                String[] name = scene.read("(\\w+\\(.*?\\)) in .+? cannot (?:implement|override)");
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
}
