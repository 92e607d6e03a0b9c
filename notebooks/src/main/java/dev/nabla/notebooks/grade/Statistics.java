package dev.nabla.notebooks.grade;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nabla.display.Notation;
import dev.nabla.display.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which mistakes a class makes: for each question, in the order of the sheet, how many students
 * earned each tag. An answer with two mistakes counts for both.
 *
 * @param students whose work was graded
 * @param notGraded those whose work could not be
 */
record Statistics(List<Question> questions, int students, List<String> notGraded) {
  private static final Set<String> NO_MISTAKES = Set.of("right", "empty", "by-hand", "marked");

  /**
   * One question.
   *
   * @param answers how many were judged
   * @param right how many of them were right, rounded and follow-on included
   * @param empty how many had nothing in them
   * @param open how many wait for a person to grade them
   * @param marked how many a person has graded
   * @param mistakes tag to number of answers, the most frequent first
   */
  record Question(
      String name,
      int answers,
      int right,
      int empty,
      int open,
      int marked,
      Map<String, Integer> mistakes) {

    boolean isByHand() {
      return open + marked > 0;
    }

    int wrong() {
      return answers - right - empty - open - marked;
    }

    /** {@code transposed 3, mean-forgotten 1}. */
    String words() {
      if (isByHand()) {
        return "graded by a person: %d of %d".formatted(marked, open + marked);
      }
      return mistakes.entrySet().stream()
          .map(each -> each.getKey() + " " + each.getValue())
          .collect(Collectors.joining(", "));
    }
  }

  static Statistics of(List<Result> results) {
    Map<String, List<Mark>> byQuestion = new LinkedHashMap<>();
    for (Result result : results) {
      for (Mark mark : result.marks()) {
        byQuestion.computeIfAbsent(mark.question(), key -> new ArrayList<>()).add(mark);
      }
    }
    List<Question> questions = new ArrayList<>();
    byQuestion.forEach((name, marks) -> questions.add(question(name, marks)));
    List<String> notGraded =
        results.stream().filter(each -> each.problem() != null).map(Result::student).toList();
    return new Statistics(questions, results.size() - notGraded.size(), notGraded);
  }

  private static Question question(String name, List<Mark> marks) {
    Map<String, Integer> tags = new TreeMap<>();
    for (Mark mark : marks) {
      if (!NO_MISTAKES.contains(mark.verdict())) {
        mark.tags().forEach(tag -> tags.merge(tag, 1, Integer::sum));
      }
    }
    Map<String, Integer> mistakes = new LinkedHashMap<>();
    tags.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(each -> mistakes.put(each.getKey(), each.getValue()));
    return new Question(
        name,
        marks.size(),
        count(marks, "right"),
        count(marks, "empty"),
        count(marks, "by-hand"),
        count(marks, "marked"),
        mistakes);
  }

  private static int count(List<Mark> marks, String verdict) {
    return (int) marks.stream().filter(mark -> mark.verdict().equals(verdict)).count();
  }

  JsonObject json() {
    JsonArray all = new JsonArray();
    for (Question each : questions) {
      JsonObject question = new JsonObject();
      question.addProperty("question", each.name);
      question.addProperty("answers", each.answers);
      question.addProperty("right", each.right);
      question.addProperty("empty", each.empty);
      question.addProperty("open", each.open);
      question.addProperty("marked", each.marked);
      JsonObject mistakes = new JsonObject();
      each.mistakes.forEach(mistakes::addProperty);
      question.add("mistakes", mistakes);
      all.add(question);
    }
    JsonObject json = new JsonObject();
    json.addProperty("students", students);
    JsonArray left = new JsonArray();
    notGraded.forEach(left::add);
    json.add("notGraded", left);
    json.add("questions", all);
    return json;
  }

  View table() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      Question each = questions.get(i);
      rows.add(
          List.of(
              String.valueOf(i + 1),
              each.name,
              each.isByHand() ? "" : String.valueOf(each.right),
              each.isByHand() ? "" : String.valueOf(each.wrong()),
              String.valueOf(each.empty),
              each.words()));
    }
    return new View.Table(
        Notation.of(caption()),
        List.of("", "question", "right", "wrong", "empty", "mistakes"),
        rows);
  }

  /** {@code 5 of 7 students; not graded: ada, bob}. */
  private String caption() {
    int all = students + notGraded.size();
    String count = all + (all == 1 ? " student" : " students");
    return notGraded.isEmpty()
        ? count
        : students + " of " + count + "; not graded: " + String.join(", ", notGraded);
  }
}
