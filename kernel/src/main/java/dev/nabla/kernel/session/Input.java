package dev.nabla.kernel.session;

import com.google.gson.JsonObject;
import dev.nabla.kernel.shell.Owner;
import dev.nabla.kernel.wire.Message;
import dev.nabla.message.NablaException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** System.in of cells: a read asks the front end for a line and waits for it. */
final class Input extends InputStream {
  private final Consumer<Message> send;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private byte[] line = {};
  private int next;

  /**
   * @param send sends on the stdin channel
   */
  Input(Consumer<Message> send) {
    this.send = send;
  }

  /** Takes an answer from the stdin channel. */
  void answer(Message message) {
    if (message.type().equals("input_reply")) {
      lines.add(message.text("value", ""));
    }
  }

  /** Forgets what an earlier cell did not read. */
  synchronized void clear() {
    lines.clear();
    line = new byte[0];
    next = 0;
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
    if (next == line.length) {
      line = (ask("", false) + "\n").getBytes(StandardCharsets.UTF_8);
      next = 0;
    }
    int count = Math.min(length, line.length - next);
    System.arraycopy(line, next, bytes, offset, count);
    next += count;
    return count;
  }

  @Override
  public synchronized int available() {
    return line.length - next;
  }

  private String ask(String prompt, boolean password) throws IOException {
    Owner owner = Owner.current();
    if (owner == null) {
      throw new IOException("only cells can ask for input");
    }
    Request request = (Request) owner.tag();
    if (!request.message().flag("allow_stdin", false)) {
      throw new NablaException(
          "System.in: this front end cannot ask for input. Put the value into a variable instead.");
    }
    System.out.flush();
    JsonObject content = new JsonObject();
    content.addProperty("prompt", prompt);
    content.addProperty("password", password);
    send.accept(
        Message.create(request.message().identities(), "input_request", request.header(), content));
    try {
      return lines.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for input");
    }
  }
}
