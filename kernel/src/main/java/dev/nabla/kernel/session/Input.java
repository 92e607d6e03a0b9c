package dev.nabla.kernel.session;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.nabla.kernel.wire.Message;
import dev.nabla.message.NablaException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/** System.in of cells: a read asks the front end for a line and waits for it. */
final class Input extends InputStream {

  /**
   * A question that waits for its answer; no answer is one too.
   *
   * @param ids what front ends name as the parent of the answer
   */
  private record Question(Set<String> ids, BlockingQueue<Optional<String>> answers) {}

  private final Consumer<Message> send;
  private volatile Question open;
  private volatile boolean stale;
  private byte[] line = {};
  private int next;

  /**
   * @param send sends on the stdin channel
   */
  Input(Consumer<Message> send) {
    this.send = send;
  }

  /** Takes a message from the stdin channel, if it answers the question that is open. */
  void answer(Message message) {
    Question question = open;
    if (question == null || !message.type().equals("input_reply")) {
      return;
    }
    JsonElement about = message.parent().get("msg_id");
    if (about == null || Json.isText(about) && question.ids.contains(about.getAsString())) {
      question.answers.offer(Optional.of(message.text("value", "")));
    }
  }

  /** A cell begins: what an earlier one did not read is forgotten, its thread waits no longer. */
  void clear() {
    stale = true;
    Question question = open;
    if (question != null) {
      question.answers.offer(Optional.empty());
    }
  }

  @Override
  public synchronized int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public synchronized int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (stale || next == line.length) {
      stale = false;
      line = (ask() + "\n").getBytes(StandardCharsets.UTF_8);
      next = 0;
    }
    int count = Math.min(length, line.length - next);
    System.arraycopy(line, next, bytes, offset, count);
    next += count;
    return count;
  }

  @Override
  public synchronized int available() {
    return stale ? 0 : line.length - next;
  }

  private String ask() throws IOException {
    Request request = NotebookScreen.request();
    if (request == null) {
      throw new IOException("only cells can ask for input");
    }
    if (!request.message().flag("allow_stdin", false)) {
      throw new NablaException(
          "System.in: this front end cannot ask for input. Put the value into a variable instead.");
    }
    System.out.flush();
    JsonObject content = new JsonObject();
    content.addProperty("prompt", "");
    content.addProperty("password", false);
    Message asking =
        Message.create(request.message().identities(), "input_request", request.header(), content);
    Question question =
        new Question(
            Set.of(id(asking.header()), id(request.header())), new ArrayBlockingQueue<>(1));
    open = question;
    send.accept(asking);
    try {
      return question.answers.take().orElseThrow(() -> new IOException("another cell has begun"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for input");
    } finally {
      open = null;
    }
  }

  private static String id(JsonObject header) {
    return Json.isText(header.get("msg_id")) ? header.get("msg_id").getAsString() : "";
  }
}
