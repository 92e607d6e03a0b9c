package dev.nabla.kernel.session;

import com.google.gson.JsonObject;
import dev.nabla.kernel.wire.Codec;
import dev.nabla.kernel.wire.Message;
import dev.nabla.kernel.wire.Outbox;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * All that goes out on iopub, in the order in which it was said. Neighboring pieces of one stream
 * are merged: a piece waits a moment for the next one, unless something else follows it.
 *
 * <p>Safe for use by all threads; {@link #next} is called by the socket's own thread.
 */
public final class Publisher implements Outbox {
  private static final long MERGE_MILLIS = 20;
  private static final int MERGE_CHARS = 64 * 1024;

  private sealed interface Item {}

  private record Whole(Message message) implements Item {}

  private record Stream(JsonObject parent, String name, StringBuilder text, long dueNanos)
      implements Item {}

  private final Codec codec;
  private final Deque<Item> items = new ArrayDeque<>();
  private Runnable wake = () -> {};
  private boolean closed;

  public Publisher(Codec codec) {
    this.codec = codec;
  }

  /** Says how the socket's thread is woken. */
  public void onNews(Runnable wake) {
    this.wake = wake;
  }

  /** Publishes a message that belongs to {@code parent}. */
  public void publish(JsonObject parent, String type, JsonObject content) {
    publish(Message.create(topic(type), type, parent, content));
  }

  /** Publishes a message with metadata. */
  public void publish(JsonObject parent, String type, JsonObject metadata, JsonObject content) {
    publish(Message.create(topic(type), type, parent, metadata, content));
  }

  /** Tells a client that from now on it receives what begins with this topic. */
  public void welcome(byte[] topic) {
    JsonObject content = new JsonObject();
    content.addProperty("subscription", new String(topic, StandardCharsets.UTF_8));
    // Sent under that very topic: whoever asked for others alone would not hear it.
    publish(Message.create(List.of(topic), "iopub_welcome", new JsonObject(), content));
  }

  private void publish(Message message) {
    synchronized (items) {
      items.addLast(new Whole(message));
    }
    wake.run();
  }

  /** Publishes what was printed to {@code stdout} or {@code stderr}. */
  public void stream(JsonObject parent, String name, String text) {
    if (text.isEmpty()) {
      return;
    }
    synchronized (items) {
      if (items.peekLast() instanceof Stream last
          && last.parent == parent
          && last.name.equals(name)
          && last.text.length() < MERGE_CHARS) {
        last.text.append(text);
        return;
      }
      long due = System.nanoTime() + MERGE_MILLIS * 1_000_000;
      items.addLast(new Stream(parent, name, new StringBuilder(text), due));
    }
    wake.run();
  }

  /** Publishes busy, idle or starting. */
  public void status(JsonObject parent, String state) {
    JsonObject content = new JsonObject();
    content.addProperty("execution_state", state);
    publish(parent, "status", content);
  }

  @Override
  public List<byte[]> next() {
    Message message;
    synchronized (items) {
      if (!headIsDue()) {
        return null;
      }
      Item head = items.removeFirst();
      message = head instanceof Stream stream ? merged(stream) : ((Whole) head).message;
    }
    return codec.encode(message);
  }

  @Override
  public long millisToNext() {
    synchronized (items) {
      if (items.isEmpty()) {
        return -1;
      }
      if (headIsDue()) {
        return 0;
      }
      long nanos = ((Stream) items.peekFirst()).dueNanos - System.nanoTime();
      return Math.max(0, nanos / 1_000_000 + 1);
    }
  }

  @Override
  public void close() {
    synchronized (items) {
      closed = true;
    }
  }

  private static Message merged(Stream stream) {
    JsonObject content = new JsonObject();
    content.addProperty("name", stream.name);
    content.addProperty("text", stream.text.toString());
    return Message.create(topic("stream"), "stream", stream.parent, content);
  }

  private boolean headIsDue() {
    return items.peekFirst() instanceof Stream stream
        ? closed
            || items.size() > 1
            || stream.text.length() >= MERGE_CHARS
            || System.nanoTime() >= stream.dueNanos
        : !items.isEmpty();
  }

  private static List<byte[]> topic(String type) {
    return List.of(("kernel." + type).getBytes(StandardCharsets.UTF_8));
  }
}
