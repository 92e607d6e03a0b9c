package dev.nabla.notebooks.grade;

import com.google.gson.JsonObject;
import dev.nabla.notebooks.grade.Sheet.Slot;
import java.util.ArrayList;
import java.util.List;

/**
 * What one answer is worth, and why.
 *
 * @param question what was asked, such as {@code 2 dW1}
 * @param points those given
 * @param of those there were to win
 * @param verdict {@code right}, {@code wrong}, {@code empty}, {@code unreadable}, {@code missing},
 *     {@code stopped}, {@code hidden-test}, {@code by-hand} or, once a person has graded it, {@code
 *     marked}
 * @param tags what was recognized, such as {@code transposed}
 * @param words the same for the student
 * @param given the answer
 * @param html the same for the student's page; null for the words
 */
record Mark(
    String question,
    double points,
    double of,
    String verdict,
    List<String> tags,
    String words,
    String given,
    String html) {

  /** Nothing to win with this answer, for a reason that is its own tag. */
  static Mark of(Slot slot, String verdict, String words) {
    return new Mark(slot.question(), 0, slot.points(), verdict, List.of(verdict), words, "", null);
  }

  /** An answer in words that a person has graded. */
  static Mark byHand(Slot slot, double points) {
    String why = "marked";
    return new Mark(
        slot.question(), points, slot.points(), why, List.of(why), "Graded by a person.", "", null);
  }

  Mark given(String text) {
    return new Mark(question, points, of, verdict, tags, words, text, html);
  }

  /** The same after a hidden test has failed. */
  Mark refused() {
    String why = "hidden-test";
    String failed = "A further test of this answer failed.";
    return new Mark(question, 0, of, why, List.of(why), failed, given, null);
  }

  JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("question", question);
    json.addProperty("points", points);
    json.addProperty("of", of);
    json.addProperty("verdict", verdict);
    json.addProperty("tags", String.join(" ", tags));
    json.addProperty("words", words);
    json.addProperty("given", given);
    return json;
  }

  /** What {@link #json} has kept: all but the page. */
  static Mark of(JsonObject json) {
    List<String> tags = new ArrayList<>(List.of(json.get("tags").getAsString().split(" ")));
    return new Mark(
        json.get("question").getAsString(),
        json.get("points").getAsDouble(),
        json.get("of").getAsDouble(),
        json.get("verdict").getAsString(),
        List.copyOf(tags),
        json.get("words").getAsString(),
        json.get("given").getAsString(),
        null);
  }
}
