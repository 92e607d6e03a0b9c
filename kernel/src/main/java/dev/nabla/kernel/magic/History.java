package dev.nabla.kernel.magic;

import dev.nabla.kernel.magic.Past.Ran;
import dev.nabla.kernel.shell.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prints cells that have run before, so that they can be copied. */
final class History implements Magic {
  private static final Pattern RANGE =
      Pattern.compile("(?:~(\\d{1,9})/)?(?:(\\d{1,9})(-(\\d{1,9})?)?)?");

  private final Past past;

  History(Past past) {
    this.past = past;
  }

  @Override
  public String name() {
    return "history";
  }

  @Override
  public Manual manual() {
    return new Manual(
            "Prints cells that have run before.",
            "%history [-o] [-n COUNT] [-g TEXT]",
            "%history [-o] [-n COUNT] [-g TEXT] CELLS ...")
        .option("-n", "COUNT", "the last so many of them")
        .option("-g", "TEXT", "those that contain a text, of all sessions; of equal cells the last")
        .option("-o", "", "with what they have shown, as far as this session has")
        .details(
            "CELLS are such as `3`, `3-7` and `3-` (to the end); `~1/` stands for the session"
                + " before this one and `~2/3-7` for cells of the one before that. Unsaid: all"
                + " cells of this session. What is printed is Java, to be copied and run again.")
        .example("%history -g train");
  }

  @Override
  public Outcome run(Invocation invocation) throws Exception {
    List<Ran> all = new ArrayList<>(invocation.cell().waiting(past::cells));
    all.removeIf(each -> each.ago() == 0 && each.number() == invocation.cell().number());
    List<Ran> wanted = new ArrayList<>();
    for (Word word : invocation.operands()) {
      wanted.addAll(range(invocation, word, all));
    }
    if (invocation.operands().isEmpty()) {
      boolean everywhere = invocation.has("-g");
      wanted.addAll(all.stream().filter(each -> everywhere || each.ago() == 0).toList());
    }
    Word text = invocation.value("-g");
    if (text != null) {
      wanted = containing(text.text(), wanted);
      if (wanted.isEmpty()) {
        throw invocation.bad(text, "no cell contains " + text.text() + ".");
      }
    }
    int count = invocation.number("-n", 1, Integer.MAX_VALUE);
    List<Ran> last = wanted.subList(Math.max(0, wanted.size() - count), wanted.size());
    boolean withResults = invocation.has("-o");
    invocation
        .cell()
        .note(
            last.isEmpty()
                ? "No cell has run before in this session."
                : String.join("\n\n", last.stream().map(e -> text(e, withResults)).toList()));
    return new Outcome.Nothing();
  }

  private static List<Ran> range(Invocation invocation, Word word, List<Ran> all) {
    Matcher range = RANGE.matcher(word.text());
    if (word.text().isEmpty() || !range.matches()) {
      throw invocation.bad(
          word, word.text() + " names no cells. Write 3, 3-7 or, of the session before, ~1/3-7.");
    }
    int ago = number(range.group(1), 0);
    int first = number(range.group(2), 0);
    int last =
        range.group(3) == null && first > 0 ? first : number(range.group(4), Integer.MAX_VALUE);
    List<Ran> session = all.stream().filter(each -> each.ago() == ago).toList();
    List<Ran> found =
        session.stream().filter(each -> each.number() >= first && each.number() <= last).toList();
    if (found.isEmpty()) {
      throw invocation.bad(word, missing(word.text(), session, all));
    }
    return found;
  }

  private static String missing(String cells, List<Ran> session, List<Ran> all) {
    if (session.isEmpty()) {
      int most = all.stream().mapToInt(Ran::ago).max().orElse(0);
      return "of the session of "
          + cells
          + " nothing is kept. The oldest that is kept is ~"
          + most
          + "/.";
    }
    int first = session.get(0).number();
    int last = session.get(session.size() - 1).number();
    return "there is no cell " + cells + ". That session has " + first + " to " + last + ".";
  }

  private static int number(String digits, int unsaid) {
    return digits == null ? unsaid : Integer.parseInt(digits);
  }

  private static List<Ran> containing(String text, List<Ran> cells) {
    String lower = text.toLowerCase(Locale.ROOT);
    // A search would find the searches before it.
    Predicate<Ran> contains =
        each ->
            each.code().toLowerCase(Locale.ROOT).contains(lower)
                && !each.code().strip().matches("%history.*");
    Map<String, Ran> distinct = new LinkedHashMap<>();
    cells.stream()
        .filter(contains)
        .forEach(
            each -> {
              distinct.remove(each.code());
              distinct.put(each.code(), each);
            });
    return List.copyOf(distinct.values());
  }

  private static String text(Ran cell, boolean withResult) {
    StringBuilder text = new StringBuilder("// ");
    text.append(cell.ago() == 0 ? "" : "~" + cell.ago() + "/").append(cell.number()).append('\n');
    text.append(cell.code().strip());
    if (withResult && cell.result() != null) {
      cell.result().lines().forEach(line -> text.append("\n// ").append(line));
    }
    return text.toString();
  }
}
