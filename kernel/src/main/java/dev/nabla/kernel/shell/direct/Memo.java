package dev.nabla.kernel.shell.direct;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Remembers the answers to the last questions: most cells are run more than once as they are. */
public final class Memo<Q, A> {
  private static final int MOST = 50;

  private final Map<Q, A> answers =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Q, A> eldest) {
          return size() > MOST;
        }
      };

  /** The answer given before; null where there is none. */
  public synchronized A get(Q question) {
    return answers.get(question);
  }

  /** Keeps an answer. */
  public synchronized void put(Q question, A answer) {
    answers.put(question, answer);
  }

  /** The answer given before, or a new one. */
  public A get(Q question, Function<Q, A> answering) {
    A answer = get(question);
    if (answer == null) {
      answer = answering.apply(question);
      if (answer != null) {
        put(question, answer);
      }
    }
    return answer;
  }

  /** Forgets all. */
  public synchronized void clear() {
    answers.clear();
  }
}
