package dev.nabla.kernel.magic;

import java.util.List;
import java.util.Locale;

/**
 * How a magic is used.
 *
 * @param does what it does, in one sentence
 * @param usage one line for each form; {@code %%} marks the form that takes a whole cell
 * @param options what may stand before anything else
 * @param details further sentences; may be empty
 * @param example code to copy; may be empty
 */
public record Manual(
    String does, List<String> usage, List<Option> options, String details, String example) {

  /**
   * @param name such as {@code --offline}
   * @param value what follows it, such as {@code URL}; empty for none
   * @param does what it changes
   */
  public record Option(String name, String value, String does) {
    String form() {
      return value.isEmpty() ? name : name + " " + value;
    }
  }

  public Manual(String does, String... usage) {
    this(does, List.of(usage), List.of(), "", "");
  }

  /** With one more option. */
  public Manual option(String name, String value, String does) {
    List<Option> more = new java.util.ArrayList<>(options);
    more.add(new Option(name, value, does));
    return new Manual(this.does, usage, List.copyOf(more), details, example);
  }

  /** With further sentences. */
  public Manual details(String text) {
    return new Manual(does, usage, options, text, example);
  }

  /** With code to copy. */
  public Manual example(String code) {
    return new Manual(does, usage, options, details, code);
  }

  /** Whether it can stand on a line of its own. */
  boolean isLine() {
    return usage.stream().anyMatch(each -> !each.startsWith("%%"));
  }

  /** Whether it can stand above a cell. */
  boolean isCell() {
    return usage.stream().anyMatch(each -> each.startsWith("%%"));
  }

  /** The option of this name, or null. */
  Option option(String name) {
    return options.stream().filter(each -> each.name.equals(name)).findFirst().orElse(null);
  }

  /** All of it as plain text. */
  String text() {
    StringBuilder text = new StringBuilder(does).append("\n\n");
    usage.forEach(each -> text.append("  ").append(each).append('\n'));
    if (!options.isEmpty()) {
      int width = options.stream().mapToInt(each -> each.form().length()).max().orElse(0);
      text.append('\n');
      for (Option each : options) {
        text.append(String.format(Locale.ROOT, "  %-" + width + "s  ", each.form()));
        text.append(each.does).append('\n');
      }
    }
    if (!details.isEmpty()) {
      text.append('\n').append(details).append('\n');
    }
    if (!example.isEmpty()) {
      text.append("\nExample:\n\n").append(example.indent(2));
    }
    return text.toString().stripTrailing();
  }

  /** All of it as Markdown. */
  String markdown() {
    StringBuilder text = new StringBuilder(does).append("\n\n");
    usage.forEach(each -> text.append("- `").append(each).append("`\n"));
    if (!options.isEmpty()) {
      text.append("\n| option | |\n|---|---|\n");
      for (Option each : options) {
        text.append("| `").append(each.form()).append("` | ").append(each.does).append(" |\n");
      }
    }
    if (!details.isEmpty()) {
      text.append('\n').append(details).append('\n');
    }
    if (!example.isEmpty()) {
      text.append("\nExample:\n\n```java\n").append(example).append("\n```\n");
    }
    return text.toString();
  }
}
