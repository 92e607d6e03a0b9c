package dev.nabla.kernel.magic;

import dev.nabla.kernel.magic.Manual.Option;
import dev.nabla.kernel.shell.BadCall;
import dev.nabla.kernel.shell.Call;
import dev.nabla.kernel.shell.Outcome;
import dev.nabla.kernel.shell.Running;
import dev.nabla.kernel.shell.advice.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A magic that runs: what was typed behind it, and the cell it runs in. */
public final class Invocation {
  private final Call call;
  private final Running cell;
  private final Map<String, Word> options = new LinkedHashMap<>();
  private final List<Word> operands = new ArrayList<>();
  private final int codeFrom;

  private Invocation(Call call, Running cell, Manual manual, boolean takesRest) {
    this.call = call;
    this.cell = cell;
    List<Word> words = Word.of(call.arguments(), call.argumentsStart());
    int code = words.isEmpty() ? call.bodyStart() : call.end();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      Option option = manual.option(word.text());
      if (option == null && takesRest) {
        code = word.from();
        break;
      } else if (option == null) {
        refuseUnknownOption(word, manual);
        operands.add(word);
      } else if (option.value().isEmpty()) {
        options.put(option.name(), word);
      } else if (i + 1 < words.size()) {
        options.put(option.name(), words.get(++i));
      } else {
        throw bad(word, "write " + option.form() + " with a value for " + option.value() + ".");
      }
      code = call.bodyStart();
    }
    codeFrom = code;
  }

  /**
   * Reads what was typed.
   *
   * @param cell null where nothing is to run
   * @param takesRest whether the first word that is no option ends the options
   * @throws BadCall if an option is not known or lacks its value
   */
  static Invocation of(Call call, Running cell, Manual manual, boolean takesRest) {
    return new Invocation(call, cell, manual, takesRest);
  }

  private void refuseUnknownOption(Word word, Manual manual) {
    if (!word.text().startsWith("-") || word.text().matches("-[\\d.].*")) {
      return;
    }
    List<String> known = manual.options().stream().map(Option::name).toList();
    String near = Nearest.of(word.text(), known);
    String advice =
        near != null
            ? "Did you mean " + near + "?"
            : known.isEmpty() ? "It has none." : "It has " + String.join(", ", known) + ".";
    throw bad(word, "there is no option " + word.text() + ". " + advice);
  }

  public Call call() {
    return call;
  }

  /** The cell it runs in. */
  public Running cell() {
    return cell;
  }

  /** The words that are no options. */
  public List<Word> operands() {
    return operands;
  }

  /** All that follows the options, as it is typed, of a magic that takes text. */
  public String text() {
    return code().strip();
  }

  /** What stands below the line of a cell magic. */
  public String body() {
    if (call.body().isBlank()) {
      throw bad("the cell is empty below its first line.");
    }
    return call.body();
  }

  /** Whether an option was given. */
  public boolean has(String option) {
    return options.containsKey(option);
  }

  /** The value of an option, or null. */
  public Word value(String option) {
    return options.get(option);
  }

  /**
   * The value of an option as a whole number.
   *
   * @param least the smallest that is allowed
   * @param unsaid the value if the option was not given
   */
  public int number(String option, int least, int unsaid) {
    Word word = options.get(option);
    return word == null ? unsaid : number(word, least, Integer.MAX_VALUE);
  }

  /** A word as a whole number. */
  public int number(Word word, int least, int most) {
    try {
      int number = Integer.parseInt(word.text());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The message below tells it.
    }
    String range = most == Integer.MAX_VALUE ? "from " + least : "from " + least + " to " + most;
    throw bad(word, word.text() + " is not a whole number " + range + ".");
  }

  /** Where that begins which follows the options. */
  int codeFrom() {
    return codeFrom;
  }

  /** What follows them: Java code or text. */
  String code() {
    return cell.source().substring(codeFrom, call.end());
  }

  /** Runs it as Java; the cell's errors point into it. */
  Outcome runCode() {
    return cell.java(codeFrom, call.end());
  }

  /** What to throw where the call as a whole is wrong. */
  public BadCall bad(String reason) {
    return new BadCall(
        call.sign() + ": " + reason, call.start(), call.start() + call.sign().length());
  }

  /** What to throw where one word is wrong. */
  public BadCall bad(Word word, String reason) {
    return new BadCall(call.sign() + ": " + reason, word.from(), word.to());
  }
}
