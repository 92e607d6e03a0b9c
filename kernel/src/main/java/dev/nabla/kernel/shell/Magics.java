package dev.nabla.kernel.shell;

import java.util.List;
import java.util.Map;

/** What the lines and cells do that begin with a percent sign. */
public interface Magics {

  /**
   * Runs a magic on the thread that compiles.
   *
   * @throws BadCall if it cannot run as it was typed
   */
  Outcome run(Call call, Running cell) throws Exception;

  /** Where the Java code begins that a magic works on; negative where it works on none. */
  int javaFrom(Call call);

  /** What may stand at the cursor, which is inside the call and not in its Java code. */
  Completion complete(Call call, int cursor);

  /** What to show about it, as a MIME bundle. */
  Map<String, String> inspect(Call call);

  /** Knows none. */
  Magics NONE =
      new Magics() {
        @Override
        public Outcome run(Call call, Running cell) {
          int end = call.start() + call.sign().length();
          throw new BadCall(call.sign() + ": there are no magics here.", call.start(), end);
        }

        @Override
        public int javaFrom(Call call) {
          return -1;
        }

        @Override
        public Completion complete(Call call, int cursor) {
          return new Completion(List.of(), cursor, cursor);
        }

        @Override
        public Map<String, String> inspect(Call call) {
          return Map.of();
        }
      };
}
