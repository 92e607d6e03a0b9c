package dev.nabla.kernel.session;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nabla.kernel.magic.Past;
import dev.nabla.kernel.wire.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;

/**
 * The cells that have run, in this session and in those before; the results of this session alone.
 * All work is done on a thread of its own: no cell waits for the disk.
 */
final class History implements Past {
  /** Kept at most: so many cells, results of so many characters. Longer cells are not kept. */
  private static final int MOST = 5000;

  private static final int MOST_CODE = 100_000;
  private static final int MOST_RESULT = 2000;

  /**
   * @param session from 1, each kernel one more than those before it
   * @param line the execution count
   */
  record Entry(int session, int line, String code) {}

  private final HistoryFile file;
  private final Executor lane;
  private final Executor later;
  private final List<Entry> waiting = new ArrayList<>();
  private final Map<Integer, String> results = new HashMap<>();
  private List<Entry> entries;
  private int session;
  private boolean begun;

  /**
   * @param lane runs one task after the other; answers are asked for on it
   * @param later runs on the lane too, when there is nothing to disturb: the file may be large
   */
  History(HistoryFile file, Executor lane, Executor later) {
    this.file = file;
    this.lane = lane;
    this.later = later;
  }

  /** Keeps a cell that begins to run. */
  void add(int line, String code) {
    if (!code.isBlank() && code.length() <= MOST_CODE) {
      lane.execute(() -> waiting.add(new Entry(0, line, code)));
      later.execute(this::catchUp);
    }
  }

  /** Keeps the text that a cell has shown. */
  void result(int line, String text) {
    String kept = text.substring(0, Math.min(MOST_RESULT, text.length()));
    lane.execute(
        () -> {
          results.put(line, kept);
          results.remove(line - MOST);
        });
  }

  /** Reads the file if that has not been done, and adds the cells that wait to it. */
  void catchUp() {
    if (entries == null) {
      entries = new ArrayList<>(last(file.read(), MOST));
      session = 1 + entries.stream().mapToInt(Entry::session).max().orElse(0);
    }
    waiting.forEach(each -> keep(each.line(), each.code()));
    waiting.clear();
  }

  private void keep(int line, String code) {
    if (begun) {
      file.add(new Entry(session, line, code));
    } else {
      session = file.begin(session, line, code);
      begun = true;
    }
    entries.add(new Entry(session, line, code));
    if (entries.size() > 2 * MOST) {
      entries = new ArrayList<>(entries.subList(entries.size() - MOST, entries.size()));
    }
  }

  @Override
  public List<Ran> cells() throws Exception {
    FutureTask<List<Ran>> kept = new FutureTask<>(this::ran);
    lane.execute(kept);
    return kept.get();
  }

  private List<Ran> ran() {
    catchUp();
    return entries.stream()
        .map(each -> new Ran(session - each.session(), each.line(), each.code(), resultOf(each)))
        .toList();
  }

  private String resultOf(Entry entry) {
    return entry.session() == session ? results.get(entry.line()) : null;
  }

  /** Answers a {@code history_request}. */
  void answer(Request request) {
    catchUp();
    Message asked = request.message();
    String type = asked.text("hist_access_type", "");
    List<Entry> found =
        switch (type) {
          case "tail" -> last(entries, Math.max(0, asked.number("n", 10)));
          case "range" -> range(asked);
          case "search" -> search(asked);
          default -> null;
        };
    if (found == null) {
      request.fail(
          "BadRequest",
          "hist_access_type is \"" + type + "\"; history knows tail, range and search");
      return;
    }
    JsonArray history = new JsonArray();
    found.forEach(entry -> history.add(json(entry, asked.flag("output", false))));
    JsonObject reply = Json.ok();
    reply.add("history", history);
    request.reply(reply);
  }

  private List<Entry> range(Message asked) {
    int number = asked.number("session", 0);
    int wanted = number > 0 ? number : session + number;
    int start = asked.number("start", 0);
    int stop = asked.number("stop", Integer.MAX_VALUE);
    return filtered(
        entry -> entry.session() == wanted && entry.line() >= start && entry.line() < stop);
  }

  private List<Entry> search(Message asked) {
    String pattern = asked.text("pattern", "*");
    List<Entry> found = filtered(entry -> matches(pattern, entry.code()));
    if (asked.flag("unique", false)) {
      Set<String> seen = new HashSet<>();
      Collections.reverse(found);
      found.removeIf(entry -> !seen.add(entry.code()));
      Collections.reverse(found);
    }
    int most = asked.number("n", Integer.MAX_VALUE);
    return last(found, Math.max(0, most));
  }

  private List<Entry> filtered(Predicate<Entry> wanted) {
    return new ArrayList<>(entries.stream().filter(wanted).toList());
  }

  private static List<Entry> last(List<Entry> all, int n) {
    return all.subList(Math.max(0, all.size() - n), all.size());
  }

  private JsonArray json(Entry entry, boolean withResult) {
    JsonArray json = new JsonArray();
    json.add(entry.session());
    json.add(entry.line());
    if (withResult) {
      JsonArray both = new JsonArray();
      both.add(entry.code());
      both.add(resultOf(entry));
      json.add(both);
    } else {
      json.add(entry.code());
    }
    return json;
  }

  /** Whether a text is of a form where {@code *} stands for any text and {@code ?} for one sign. */
  static boolean matches(String form, String text) {
    int f = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      if (f < form.length() && form.charAt(f) == '*') {
        star = f++;
        resume = t;
      } else if (f < form.length() && (form.charAt(f) == '?' || form.charAt(f) == text.charAt(t))) {
        f++;
        t++;
      } else if (star >= 0) {
        f = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (f < form.length() && form.charAt(f) == '*') {
      f++;
    }
    return f == form.length();
  }
}
