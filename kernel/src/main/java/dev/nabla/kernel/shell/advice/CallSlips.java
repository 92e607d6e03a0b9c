package dev.nabla.kernel.shell.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
                            + list(found[1])
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
                            + " does not take "
                            + list(found[1])
                            + ". It can be called as "
                            + candidates(scene)
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

  private static String candidates(Scene scene) {
    List<String> all = new ArrayList<>();
    Matcher matcher = CANDIDATE.matcher(scene.words());
    while (matcher.find()) {
      String signature = matcher.group(1).replaceAll("<.*?>(?=\\w+\\()", "");
      if (!all.contains(signature)) {
        all.add(signature);
      }
    }
    List<String> shown = all.subList(0, Math.min(MOST, all.size()));
    return String.join(" or ", shown)
        + (all.size() > MOST ? " or " + (all.size() - MOST) + " more" : "");
  }
}
