package dev.nabla.kernel.shell.advice;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Methods and constructors called with what they do not take. */
final class CallSlips {
  private static final int MOST = 4;
  private static final Pattern CANDIDATE =
      Pattern.compile(
          "(?:method|constructor) (?:[\\w<>?, ]+\\.)*([\\w<>, ]*?\\w+\\(.*\\)) is not applicable");

  static final List<Slip> ALL =
      List.of(
          new Slip(
              "superclass without an empty constructor",
              scene -> {
                String[] found =
                    scene.is("cant.apply.symbol")
                        ? scene.read(
                            "constructor (\\w+) in .*\\s+required: (.+)\\s+found: +no arguments")
                        : null;
                return found == null || !scene.at().is("class")
                    ? null
                    : scene.on(
                        scene.next(scene.at()),
                        found[0]
                            + " is only made with ("
                            + found[1]
                            + "). Give this class a constructor that begins with super(...).");
              }),
          new Slip(
              "wrong arguments",
              scene -> {
                String[] found =
                    scene.is("cant.apply.symbol")
                        ? scene.read(
                            "(?:method|constructor) (\\w+) .*\\s+required: +(.+)\\s+found: +(.+)")
                        : null;
                return found == null
                    ? null
                    : scene.on(
                        calledName(scene),
                        found[0]
                            + " takes "
                            + named(scene, found[0], found[1])
                            + ", but gets "
                            + list(found[2])
                            + "."
                            + which(scene, found[1], found[2]));
              }),
          new Slip(
              "wrong arguments for all of several",
              scene -> {
                String[] found =
                    scene.is("cant.apply.symbols")
                        ? scene.read(
                            "no suitable (?:method|constructor) found for (\\w+)\\((.*)\\)\\s")
                        : null;
                return found == null
                    ? null
                    : scene.on(
                        calledName(scene),
                        found[0]
                            + (found[1].equals("no arguments")
                                ? " needs something between its parentheses"
                                : " does not take " + list(found[1]))
                            + ". It can be called as "
                            + candidates(scene, found[0])
                            + ".");
              }),
          new Slip(
              "call that fits twice",
              scene ->
                  scene.is("ref.ambiguous")
                      ? scene.on(
                          calledName(scene),
                          "two methods fit this call equally well. Say the type of the arguments,"
                              + " for instance with a cast.")
                      : null));

  private CallSlips() {}

  private static Token calledName(Scene scene) {
    Token name = scene.name();
    return name.is("new") ? scene.next(name) : name;
  }

  private static String list(String types) {
    return types.equals("no arguments") ? "nothing" : "(" + types + ")";
  }

  /** Says which argument is wrong, when their number is right. */
  private static String which(Scene scene, String required, String found) {
    int wanted = required.equals("no arguments") ? 0 : required.split(", ").length;
    int given = found.equals("no arguments") ? 0 : found.split(", ").length;
    if (wanted > given) {
      return wanted - given == 1 ? " One is missing." : " " + (wanted - given) + " are missing.";
    }
    if (wanted < given) {
      return given - wanted == 1 ? " One is too many." : " " + (given - wanted) + " are too many.";
    }
    String[] types = scene.read("mismatch; (.+) cannot be converted to (.+)\\)?");
    return types == null ? "" : " " + types[0] + " does not fit " + types[1].replace(")", "") + ".";
  }

  /** What the only method takes, with the names of its parameters where it is of the language. */
  private static String named(Scene scene, String name, String types) {
    List<String> known = ofTheLanguage(scene, name);
    return known.size() == 1 ? known.get(0).substring(name.length()) : list(types);
  }

  /** {@code slider(String name, double from, double to, double step)}; empty for other methods. */
  private static List<String> ofTheLanguage(Scene scene, String name) {
    return scene.previous(calledName(scene)).is(".")
        ? List.of()
        : scene.names.methodsOfTheLanguage(name).stream()
            .map(
                method ->
                    Stream.of(method.getParameters())
                        .map(CallSlips::words)
                        .collect(Collectors.joining(", ", name + "(", ")")))
            .toList();
  }

  private static String words(Parameter parameter) {
    String type = parameter.getType().getSimpleName();
    return (parameter.isVarArgs() ? type.replaceFirst("\\[]$", "...") : type)
        + " "
        + parameter.getName();
  }

  private static String candidates(Scene scene, String name) {
    List<String> all = new ArrayList<>(ofTheLanguage(scene, name));
    if (!all.isEmpty()) {
      return shown(all);
    }
    Matcher matcher = CANDIDATE.matcher(scene.words());
    while (matcher.find()) {
      String signature = matcher.group(1).replaceAll("<.*?>(?=\\w+\\()", "");
      if (!all.contains(signature)) {
        all.add(signature);
      }
    }
    return shown(all);
  }

  private static String shown(List<String> all) {
    List<String> shown = all.subList(0, Math.min(MOST, all.size()));
    return String.join(" or ", shown)
        + (all.size() > MOST ? " or " + (all.size() - MOST) + " more" : "");
  }
}
