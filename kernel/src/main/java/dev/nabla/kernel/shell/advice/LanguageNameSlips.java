package dev.nabla.kernel.shell.advice;

import dev.nabla.kernel.shell.advice.KnownNames.Kind;
import dev.nabla.kernel.shell.advice.KnownNames.Known;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of the language that a cell takes for something else. */
final class LanguageNameSlips {
  private static final int MOST_CALLS = 3;

  static final List<Slip> ALL =
      List.of(
          new Slip("shadowed name of the language", LanguageNameSlips::shadowed),
          new Slip(
              "method of the language used as a variable",
              scene -> {
                String[] symbol = NameSlips.symbol(scene, "variable");
                boolean isUsers = symbol == null || scene.names.declared().containsKey(symbol[0]);
                String calls = isUsers ? "" : calls(scene, symbol[0]);
                return calls.isEmpty()
                        || !NameSlips.standsAlone(scene)
                        || scene.next(scene.at()).is("=")
                    ? null
                    : scene.on(
                        scene.at(),
                        symbol[0]
                            + " is a method: write "
                            + calls
                            + "; ?"
                            + symbol[0]
                            + " explains it. For a variable of that name, run the cell that"
                            + " declares it.");
              }));

  private LanguageNameSlips() {}

  /** How a method of the language is called, with few arguments first; empty if there is none. */
  private static String calls(Scene scene, String name) {
    return scene.names.methodsOfTheLanguage(name).stream()
        .map(each -> name + "(" + parameters(each) + ")")
        .distinct()
        .limit(MOST_CALLS)
        .collect(Collectors.joining(" or "));
  }

  private static String parameters(Method method) {
    return Stream.of(method.getParameters())
        .map(Parameter::getName)
        .collect(Collectors.joining(", "));
  }

  /** A name of the language that the user has taken for something else, where it bites. */
  private static Advice shadowed(Scene scene) {
    if (scene.isSyntax() || scene.is("already.defined*")) {
      return null;
    }
    for (Token token : scene.source.tokens) {
      boolean isCalled = scene.source.from(scene.start()) == scene.next(scene.next(token));
      if (token.end() <= scene.start() && !isCalled || token.start() >= callEnd(scene)) {
        continue;
      }
      Optional<Known> known = Optional.ofNullable(scene.names.declared().get(token.text()));
      boolean hides =
          known.isPresent()
              && known.get().kind() != Kind.TYPE
              && scene.names.isOfTheLanguage(token.text())
              && !scene.previous(token).is(".")
              && !scene.next(token).is("=")
              && (known.get().kind() == Kind.METHOD) == scene.next(token).is("(");
      if (hides) {
        String name = token.text();
        return scene.on(
            token,
            name
                + " is your "
                + (known.get().kind() == Kind.METHOD ? "method" : "variable")
                + " from cell "
                + known.get().cell()
                + "; write Nabla."
                + name
                + ", or %reset "
                + name
                + ".");
      }
    }
    return null;
  }

  /** Where the refused code ends, with the arguments of a refused call. */
  private static int callEnd(Scene scene) {
    Token open = scene.next(scene.name());
    int close = open.is("(") ? scene.source.closing(scene.source.index(open)) : -1;
    int end = scene.start() + scene.refused().length();
    return close < 0 ? end : Math.max(end, scene.source.tokens.get(close).end());
  }
}
