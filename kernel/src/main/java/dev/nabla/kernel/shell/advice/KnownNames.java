package dev.nabla.kernel.shell.advice;

import dev.nabla.Nabla;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The names a cell may use: those of the user's cells, and those that are preloaded.
 *
 * @param ofCells gives the user's names
 * @param language the classes whose static members every cell may use without a prefix
 * @param packages whose classes every cell may use without an import
 * @param loader finds those classes
 */
public record KnownNames(
    Supplier<Map<String, Known>> ofCells,
    List<Class<?>> language,
    List<String> packages,
    ClassLoader loader) {

  /** What a name stands for. */
  public enum Kind {
    VARIABLE,
    METHOD,
    TYPE
  }

  /**
   * A name that a cell declared.
   *
   * @param type of a variable, as JShell writes it: {@code int}, {@code SimpleMatrix}; of a method
   *     its signature; of a type its name
   * @param cell the number of the cell that declared it
   */
  public record Known(Kind kind, String type, int cell) {}

  /** The names of the user beside the names of the language. */
  public static KnownNames of(Map<String, Known> declared) {
    return of(() -> declared);
  }

  /** The same, for names that are looked up only where there is something to say. */
  public static KnownNames of(Supplier<Map<String, Known>> declared) {
    return new KnownNames(
        declared,
        List.of(Nabla.class, Math.class),
        List.of(
            "java.lang",
            "org.ejml.simple",
            "dev.nabla",
            "dev.nabla.net",
            "dev.nabla.matrix",
            "dev.nabla.graph",
            "dev.nabla.exercise",
            "dev.nabla.display",
            "java.util",
            "java.util.function",
            "java.util.stream",
            "java.math",
            "java.io",
            "java.nio.file",
            "java.time"),
        KnownNames.class.getClassLoader());
  }

  /** The user's names. */
  Map<String, Known> declared() {
    return ofCells.get();
  }

  /** The user's name, if it is of that kind. */
  Optional<Known> find(String name, Kind kind) {
    return Optional.ofNullable(declared().get(name)).filter(known -> known.kind() == kind);
  }

  /** The type of a user's variable, or an empty text. */
  String typeOf(String variable) {
    return find(variable, Kind.VARIABLE).map(Known::type).orElse("");
  }

  /** The type of a value of the language itself, or an empty text. */
  String typeOfTheLanguage(String name) {
    return Stream.of(language.get(0).getFields())
        .filter(field -> field.getName().equals(name) && Modifier.isStatic(field.getModifiers()))
        .map(field -> field.getType().getName())
        .findFirst()
        .orElse("");
  }

  /** Every name of that kind that a cell may use without a prefix. */
  Set<String> all(Kind kind) {
    Set<String> all = new TreeSet<>();
    declared()
        .forEach(
            (name, known) -> {
              if (known.kind() == kind) {
                all.add(name);
              }
            });
    if (kind == Kind.METHOD) {
      language.stream().flatMap(type -> statics(type.getMethods())).forEach(all::add);
    } else if (kind == Kind.VARIABLE) {
      language.stream().flatMap(type -> statics(type.getFields())).forEach(all::add);
    } else {
      all.addAll(CommonTypes.NAMES);
    }
    return all;
  }

  /** The static methods of that name in the language itself, those with few parameters first. */
  List<Method> methodsOfTheLanguage(String name) {
    return Stream.of(language.get(0).getMethods())
        .filter(method -> method.getName().equals(name) && Modifier.isStatic(method.getModifiers()))
        .sorted(
            Comparator.comparingInt(Method::getParameterCount)
                .thenComparing(Method::toGenericString))
        .toList();
  }

  /** Whether the language itself, not only Java, has a static member of that name. */
  boolean isOfTheLanguage(String name) {
    Class<?> facade = language.get(0);
    return Stream.concat(statics(facade.getMethods()), statics(facade.getFields()))
        .anyMatch(name::equals);
  }

  /** The class that a cell means by a name, generic or not, if it is no class of a cell. */
  Optional<Class<?>> type(String name) {
    String raw = name.replaceAll("<.*", "");
    String nested = raw.replaceAll("\\.(?=[A-Z]\\w*$)", "\\$");
    return Stream.concat(Stream.of(raw, nested), packages.stream().map(each -> each + "." + raw))
        .<Class<?>>map(this::load)
        .filter(type -> type != null)
        .findFirst();
  }

  private Class<?> load(String name) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }

  private static Stream<String> statics(Member[] members) {
    return Stream.of(members)
        .filter(member -> Modifier.isStatic(member.getModifiers()))
        .map(Member::getName);
  }
}
