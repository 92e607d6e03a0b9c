package dev.nabla.exercise;

import java.util.HashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/** What a student has answered to the questions of one exercise: the last answer to each. */
final class Memory {
  private final Map<String, SimpleMatrix> values = new HashMap<>();
  private final Map<String, Verdict> verdicts = new HashMap<>();

  /** The last answers in numbers. */
  synchronized Map<String, SimpleMatrix> values() {
    return new HashMap<>(values);
  }

  /** The last judgment; null if there was none. */
  synchronized Verdict verdict(String question) {
    return verdicts.get(question);
  }

  synchronized void put(String question, SimpleMatrix answer, Verdict verdict) {
    if (answer != null) {
      values.put(question, answer);
    }
    verdicts.put(question, verdict);
  }

  synchronized void forget(String question) {
    values.remove(question);
    verdicts.remove(question);
  }

  synchronized void clear() {
    values.clear();
    verdicts.clear();
  }
}
