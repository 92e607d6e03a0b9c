package dev.nabla.notebooks.grade;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Which mistakes a class makes: for each question, in the order of the sheet, how many students
 * earned each tag. An answer with two mistakes counts for both.
 */
record Statistics(List<Question> questions, int students) implements Showable {

  /**
   * One question.
   *
   * @param answers how many were judged
   * @param right how many of them were right, rounded and follow-on included
   * @param empty how many had nothing in them
   * @param mistakes tag to number of answers, the most frequent first
   */
  record Question(String name, int answers, int right, int empty, Map<String, Integer> mistakes) {

    /** {@code transposed 3, mean-forgotten 1}. */
    String words() {
      return mistakes.entrySet().stream()
          .map(each -> each.getKey() + " " + each.getValue())
          .collect(Collectors.joining(", "));
    }
  }

  static Statistics of(List<Result> results) {
    Map<String, List<Mark>> byQuestion = new LinkedHashMap<>();
    for (Result result : results) {
      for (Mark mark : result.marks()) {
        if (!mark.verdict().equals("by-hand")) {
          byQuestion.computeIfAbsent(mark.question(), key -> new ArrayList<>()).add(mark);
        }
      }
    }
    List<Question> questions = new ArrayList<>();
    byQuestion.forEach((name, marks) -> questions.add(question(name, marks)));
    long graded = results.stream().filter(each -> each.problem() == null).count();
    return new Statistics(questions, (int) graded);
  }

  private static Question question(String name, List<Mark> marks) {
    Map<String, Integer> tags = new TreeMap<>();
    for (Mark mark : marks) {
      if (!mark.verdict().equals("right") && !mark.verdict().equals("empty")) {
        mark.tags().forEach(tag -> tags.merge(tag, 1, Integer::sum));
      }
    }
    Map<String, Integer> mistakes = new LinkedHashMap<>();
    tags.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(each -> mistakes.put(each.getKey(), each.getValue()));
    return new Question(name, marks.size(), count(marks, "right"), count(marks, "empty"), mistakes);
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
      JsonObject mistakes = new JsonObject();
      each.mistakes.forEach(mistakes::addProperty);
      question.add("mistakes", mistakes);
      all.add(question);
    }
    JsonObject json = new JsonObject();
    json.addProperty("students", students);
    json.add("questions", all);
    return json;
  }

  @Override
  public View view() {
    return new View.Stack(List.of(table(), chart()));
  }

  View table() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      Question each = questions.get(i);
      rows.add(
          List.of(
              String.valueOf(i + 1),
              each.name,
              String.valueOf(each.right),
              String.valueOf(each.answers - each.right - each.empty),
              String.valueOf(each.empty),
              each.words()));
    }
    return new View.Table(
        Notation.of(students + (students == 1 ? " student" : " students")),
        List.of("", "question", "right", "wrong", "empty", "mistakes"),
        rows);
  }

  private View chart() {
    return new View.Chart(
        Notation.of("answers by question"),
        "question, by its number in the table",
        "students",
        false,
        List.of(
            series("right", each -> each.right),
            series("wrong", each -> each.answers - each.right - each.empty),
            series("empty", each -> each.empty)));
  }

  private View.Series series(String name, ToIntFunction<Question> count) {
    double[] x = new double[questions.size()];
    double[] y = new double[questions.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = i + 1;
      y[i] = count.applyAsInt(questions.get(i));
    }
    return new View.Series(name, x, y, true);
  }
}
