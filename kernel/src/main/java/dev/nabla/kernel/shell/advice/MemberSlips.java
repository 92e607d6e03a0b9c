package dev.nabla.kernel.shell.advice;

import dev.nabla.kernel.shell.advice.KnownNames.Kind;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands after a point, and square brackets. */
final class MemberSlips {
  /** What other languages call the members of lists, texts and matrices. */
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("append", "add"),
          Map.entry("push", "add"),
          Map.entry("push_back", "add"),
          Map.entry("T", "transpose"),
          Map.entry("dot", "mult"),
          Map.entry("matmul", "mult"),
          Map.entry("times", "mult"),
          Map.entry("multiply", "mult"),
          Map.entry("subtract", "minus"),
          Map.entry("inverse", "invert"),
          Map.entry("inv", "invert"),
          Map.entry("det", "determinant"),
          Map.entry("upper", "toUpperCase"),
          Map.entry("lower", "toLowerCase"),
          Map.entry("charCodeAt", "charAt"),
          Map.entry("includes", "contains"));

  static final List<Slip> ALL =
      List.of(
          new Slip(
              "length of an array",
              scene ->
                  owner(scene).endsWith("[]") && isSize(scene)
                      ? member(
                          scene,
                          "an array has its length without parentheses: "
                              + receiver(scene)
                              + ".length.")
                      : null),
          new Slip(
              "length of a text",
              scene ->
                  owner(scene).equals("String") && isSize(scene)
                      ? member(
                          scene,
                          "a text has its length as a method: " + receiver(scene) + ".length().")
                      : null),
          new Slip(
              "size of a collection",
              scene ->
                  owner(scene).matches("(\\w*(List|Set|Map|Deque|Collection))(<.*)?")
                          && isSize(scene)
                      ? member(
                          scene,
                          "a collection has its size as a method: " + receiver(scene) + ".size().")
                      : null),
          new Slip(
              "size of a matrix",
              scene ->
                  owner(scene).equals("SimpleMatrix") && isSize(scene)
                      ? member(
                          scene,
                          "a matrix has "
                              + receiver(scene)
                              + ".getNumRows() and "
                              + receiver(scene)
                              + ".getNumCols().")
                      : null),
          new Slip(
              "method of a list on an array",
              scene ->
                  owner(scene).endsWith("[]")
                      ? member(
                          scene,
                          "an array has no "
                              + scene.name().text()
                              + ". It has entries, "
                              + receiver(scene)
                              + "[0], and "
                              + receiver(scene)
                              + ".length; use a List for more.")
                      : null),
          new Slip(
              "member without parentheses",
              scene -> {
                String name = scene.name().text();
                return scene.is("cant.resolve.location", "report.access")
                        && !owner(scene).isEmpty()
                        && methods(scene).contains(name)
                    ? member(
                        scene,
                        name
                            + " is a method. Call it with parentheses: "
                            + receiver(scene)
                            + "."
                            + name
                            + (takesNothing(scene, name) ? "()." : "(...)."))
                    : null;
              }),
          new Slip(
              "field with parentheses",
              scene -> {
                String name = scene.name().text();
                return scene.is("cant.resolve.location.args")
                        && !owner(scene).isEmpty()
                        && fields(scene).contains(name)
                    ? member(
                        scene,
                        name
                            + " is no method. Leave the parentheses out: "
                            + receiver(scene)
                            + "."
                            + name
                            + ".")
                    : null;
              }),
          new Slip(
              "member of another language",
              scene -> {
                String java = ALIASES.get(scene.name().text());
                boolean isCall = scene.is("cant.resolve.location.args*");
                return java != null && methods(scene).contains(java)
                    ? member(
                        scene,
                        "."
                            + scene.name().text()
                            + " is written "
                            + receiver(scene)
                            + "."
                            + java
                            + "("
                            + (isCall ? NameSlips.arguments(scene) : "")
                            + ") here.")
                    : null;
              }),
          new Slip(
              "getter of a record",
              scene -> {
                String name = scene.name().text();
                return scene.is("cant.resolve.location.args")
                        && scene.names.find(owner(scene), Kind.TYPE).isPresent()
                        && name.matches("get[A-Z].*")
                    ? member(
                        scene,
                        owner(scene)
                            + " has no "
                            + name
                            + ". A record is read by ."
                            + Character.toLowerCase(name.charAt(3))
                            + name.substring(4)
                            + "().")
                    : null;
              }),
          new Slip(
              "misspelled member",
              scene -> {
                String owner = owner(scene);
                if (owner.isEmpty()) {
                  return null;
                }
                String name = scene.name().text();
                boolean isCall = scene.is("cant.resolve.location.args*");
                Set<String> known = isCall ? methods(scene) : all(scene);
                String near = Nearest.of(name, known.isEmpty() ? namesOfCell(scene) : known);
                if (scene.is("report.access") && !name.equalsIgnoreCase(near)) {
                  return null;
                }
                String call = near != null && methods(scene).contains(near) ? "(...)" : "";
                String giver = near == null ? giver(scene, name) : null;
                if (giver != null) {
                  String value = receiver(scene) + "." + giver + "(...)";
                  return member(
                      scene,
                      owner
                          + " has no method "
                          + name
                          + ". It belongs to what ."
                          + giver
                          + " gives: "
                          + value
                          + "."
                          + name
                          + "(...).");
                }
                return member(
                    scene,
                    owner
                        + " has no "
                        + (isCall ? "method " : "")
                        + name
                        + "."
                        + (near == null ? "" : " Did you mean ." + near + call + "?"));
              }),
          new Slip(
              "brackets on a list, a text or a matrix",
              scene -> {
                String[] type = scene.read("array required, but (.+) found");
                if (type == null) {
                  return null;
                }
                String name = scene.source.between(scene.start(), scene.position()).strip();
                String inside =
                    scene
                        .source
                        .between(scene.position() + 1, scene.start() + scene.refused().length())
                        .replaceAll("\\].*", "")
                        .strip();
                return scene.on(
                    scene.at(),
                    "square brackets are for arrays, and "
                        + name
                        + " is a "
                        + type[0].replaceAll("<.*", "")
                        + "."
                        + entry(name, inside, type[0]));
              }),
          new Slip(
              "point after a number",
              scene -> {
                String[] type = scene.read("^(\\w+) cannot be dereferenced");
                return type == null
                    ? null
                    : scene.on(
                        scene.name(),
                        receiver(scene)
                            + " is a plain "
                            + type[0]
                            + ", which has nothing to call with a point."
                            + (scene.name().is("toString")
                                ? " Write String.valueOf(" + receiver(scene) + ")."
                                : ""));
              }));

  private MemberSlips() {}

  /** The type before the point in a problem with a member, or an empty text. */
  private static String owner(Scene scene) {
    if (!scene.is("cant.resolve.location*", "report.access")) {
      return "";
    }
    String[] typed = scene.read("location: variable \\w+ of type (.+)");
    String type = typed != null ? typed[0] : scene.location().replaceAll(".*\\.", "");
    return NameSlips.standsAlone(scene) ? "" : type;
  }

  /** The code before the point. */
  private static String receiver(Scene scene) {
    String text = scene.source.between(scene.start(), scene.position()).strip();
    return text.isEmpty() || text.length() > 30 ? "..." : text;
  }

  private static boolean isSize(Scene scene) {
    return scene.name().is("length", "size", "len", "count", "Length", "Size", "shape");
  }

  private static Advice member(Scene scene, String words) {
    return scene.on(scene.name(), words);
  }

  private static Optional<Class<?>> type(Scene scene) {
    String full = scene.location();
    return owner(scene).isEmpty() ? Optional.empty() : scene.names.type(full);
  }

  private static Set<String> methods(Scene scene) {
    return scene.names.type(owner(scene)).map(type -> names(type.getMethods())).orElse(Set.of());
  }

  private static boolean takesNothing(Scene scene, String name) {
    return Stream.of(scene.names.type(owner(scene)).orElse(Object.class).getMethods())
        .anyMatch(method -> method.getName().equals(name) && method.getParameterCount() == 0);
  }

  /** The method whose value has a method of that name, among values of the language; or null. */
  private static String giver(Scene scene, String name) {
    return scene.names.type(owner(scene)).stream()
        .flatMap(type -> Stream.of(type.getMethods()))
        .filter(method -> method.getReturnType().getName().startsWith("dev.nabla."))
        .filter(method -> names(method.getReturnType().getMethods()).contains(name))
        .map(Method::getName)
        .sorted()
        .findFirst()
        .orElse(null);
  }

  private static Set<String> fields(Scene scene) {
    return type(scene).map(type -> names(type.getFields())).orElse(Set.of());
  }

  private static Set<String> all(Scene scene) {
    Set<String> all = new TreeSet<>(methods(scene));
    all.addAll(fields(scene));
    return all;
  }

  /** For a class of this very cell. */
  private static Set<String> namesOfCell(Scene scene) {
    return scene.source.tokens.stream()
        .filter(Token::isName)
        .map(Token::text)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(Member[] members) {
    return Stream.of(members)
        .filter(member -> Modifier.isPublic(member.getModifiers()))
        .map(Member::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String entry(String name, String inside, String type) {
    if (type.contains("Matrix")) {
      return " An entry is " + name + ".get(i, j), counted from 0.";
    }
    if (type.equals("String")) {
      return " A character is " + name + ".charAt(" + inside + ").";
    }
    if (type.matches("\\w*(List|Map)(<.*)?")) {
      return " An entry is " + name + ".get(" + inside + ").";
    }
    return "";
  }
}
