package dev.nabla.kernel.session;

import com.google.gson.JsonObject;
import dev.nabla.kernel.shell.Failure;

/** Where goes what is printed and shown on behalf of a request. Any thread may call it. */
interface Output {

  /** Prints to {@code stdout} or {@code stderr}. */
  void print(String stream, String text);

  /**
   * Shows a value below what is there.
   *
   * @param content {@code data} and {@code metadata}
   * @return the id by which it can be replaced
   */
  String show(JsonObject content);

  /** Replaces what was shown under an id. */
  void update(String id, JsonObject content);

  /** Says why the code has failed. */
  void fail(Failure failure);

  /** Removes what is there as soon as something new comes, or at the end. */
  void clear();

  /** The code has ended; threads it has started may go on. */
  void end();
}
