package dev.nabla.notebooks.client;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.nabla.kernel.wire.Codec;
import dev.nabla.kernel.wire.Connection;
import dev.nabla.kernel.wire.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * A front end without a face: asks a kernel on its sockets and gathers what it publishes. One
 * thread uses it.
 *
 * <pre>{@code
 * client.execute("1 + 1").text()   // -> "2\n"
 * }</pre>
 */
public final class KernelClient implements AutoCloseable {
  private static final int POLL_MILLIS = 100;

  /**
   * Some connections that JeroMQ opens, up to 6 in 100 under load, never send their greeting
   * (zeromq/jeromq#1022). After this time the next is tried.
   */
  private static final int GREETING_MILLIS = 1000;

  /** What one request may publish; the rest of a flood is left out, which is said. */
  private static final long MOST_PUBLISHED = 32L << 20;

  private final ZContext context = new ZContext();
  private final ZMQ.Socket shell = context.createSocket(SocketType.DEALER);
  private final ZMQ.Socket control = context.createSocket(SocketType.DEALER);
  private final ZMQ.Socket iopub = context.createSocket(SocketType.SUB);
  private final ZMQ.Poller poller = context.createPoller(3);
  private final List<Message> published = new ArrayList<>();
  private final List<Message> replies = new ArrayList<>();
  private final Codec codec;
  private final Duration patience;
  private final BooleanSupplier alive;
  private long publishedBytes;

  private KernelClient(Connection at, Duration patience, BooleanSupplier alive) {
    this.codec = new Codec(at.scheme(), at.key());
    this.patience = patience;
    this.alive = alive;
    context.setLinger(0);
    List.of(shell, control, iopub).forEach(each -> each.setHandshakeIvl(GREETING_MILLIS));
    shell.connect(at.address(at.shell()));
    control.connect(at.address(at.control()));
    iopub.subscribe(new byte[0]);
    iopub.connect(at.address(at.iopub()));
    List.of(shell, control, iopub).forEach(socket -> poller.register(socket, ZMQ.Poller.POLLIN));
  }

  /**
   * Connects and waits until the kernel is there and everything it publishes is heard.
   *
   * @param patience how long one answer may take
   * @param alive false once the kernel can no longer answer, which ends the wait
   * @throws IOException if the kernel did not answer
   */
  public static KernelClient connect(Connection at, Duration patience, BooleanSupplier alive)
      throws IOException {
    KernelClient client = new KernelClient(at, patience, alive);
    try {
      client.await(() -> client.heard(message -> message.type().equals("iopub_welcome")));
      return client;
    } catch (IOException e) {
      client.close();
      throw e;
    }
  }

  /** Runs a cell to its end. */
  public Answer execute(String code) throws IOException {
    return answer(submit(code));
  }

  /**
   * Runs a cell, and interrupts it where it takes longer than the limit.
   *
   * @throws IOException if it does not end even then
   */
  public Answer execute(String code, Duration limit) throws IOException {
    String cell = submit(code);
    if (!await(() -> isDone(cell), limit)) {
      send(control, "interrupt_request", new JsonObject());
    }
    return answer(cell);
  }

  /** Runs a cell that prints first and then never ends, and interrupts it. */
  public Answer executeAndInterrupt(String code) throws IOException {
    String cell = submit(code);
    await(() -> heard(message -> message.type().equals("stream") && belongs(message, cell)));
    answer(send(control, "interrupt_request", new JsonObject()));
    return answer(cell);
  }

  /** Asks on the shell channel, such as {@code complete_request}. */
  public Answer ask(String type, JsonObject content) throws IOException {
    return answer(send(shell, type, content));
  }

  /** Asks the kernel to end. */
  public void shutdown() throws IOException {
    JsonObject content = new JsonObject();
    content.addProperty("restart", false);
    String id = send(control, "shutdown_request", content);
    await(() -> replies.stream().anyMatch(reply -> belongs(reply, id)));
  }

  @Override
  public void close() {
    poller.close();
    context.close();
  }

  private String submit(String code) {
    JsonObject content = new JsonObject();
    content.addProperty("code", code);
    content.addProperty("silent", false);
    content.addProperty("store_history", true);
    content.addProperty("allow_stdin", false);
    content.addProperty("stop_on_error", false);
    return send(shell, "execute_request", content);
  }

  private String send(ZMQ.Socket socket, String type, JsonObject content) {
    Message message = Message.create(List.of(), type, new JsonObject(), content);
    List<byte[]> frames = codec.encode(message);
    for (int i = 0; i < frames.size(); i++) {
      socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
    }
    return message.header().get("msg_id").getAsString();
  }

  /** The reply and all that was published, which is complete when the kernel says idle. */
  private Answer answer(String id) throws IOException {
    await(() -> isDone(id));
    Message reply = replies.stream().filter(each -> belongs(each, id)).findFirst().orElseThrow();
    Answer answer =
        new Answer(reply, published.stream().filter(message -> belongs(message, id)).toList());
    publishedBytes = 0;
    replies.removeIf(message -> belongs(message, id));
    published.removeIf(message -> belongs(message, id));
    return answer;
  }

  private boolean isDone(String id) {
    return replies.stream().anyMatch(reply -> belongs(reply, id))
        && heard(message -> isIdle(message) && belongs(message, id));
  }

  private void await(BooleanSupplier enough) throws IOException {
    if (!await(enough, patience)) {
      throw new IOException("the kernel gave no answer within " + patience.toSeconds() + " s");
    }
  }

  /** Whether it came to that in time. */
  private boolean await(BooleanSupplier enough, Duration limit) throws IOException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!enough.getAsBoolean()) {
      if (!alive.getAsBoolean()) {
        throw new IOException("the kernel ended before it answered");
      }
      if (System.nanoTime() - deadline > 0) {
        return false;
      }
      poller.poll(POLL_MILLIS);
      receive(shell, replies);
      receive(control, replies);
      receive(iopub, published);
    }
    return true;
  }

  private void receive(ZMQ.Socket socket, List<Message> into) {
    for (byte[] frame = socket.recv(ZMQ.DONTWAIT);
        frame != null;
        frame = socket.recv(ZMQ.DONTWAIT)) {
      List<byte[]> frames = new ArrayList<>(List.of(frame));
      while (socket.hasReceiveMore()) {
        frames.add(socket.recv());
      }
      int bytes = frames.stream().mapToInt(each -> each.length).sum();
      codec.decode(frames).ifPresent(message -> keep(message, bytes, into));
    }
  }

  private void keep(Message message, int bytes, List<Message> into) {
    boolean needed = into == replies || List.of("status", "error").contains(message.type());
    boolean room = publishedBytes + bytes <= MOST_PUBLISHED;
    if (needed || room) {
      into.add(message);
    } else if (publishedBytes < MOST_PUBLISHED) {
      JsonObject note = new JsonObject();
      note.addProperty("name", "stderr");
      note.addProperty("text", "... the rest is left out: this cell shows more than 32 MB ...\n");
      into.add(Message.create(List.of(), "stream", message.parent(), note));
      publishedBytes = MOST_PUBLISHED;
    }
    publishedBytes += into == published && room ? bytes : 0;
  }

  private boolean heard(Predicate<Message> kind) {
    return published.stream().anyMatch(kind);
  }

  private static boolean isIdle(Message message) {
    return message.type().equals("status") && message.text("execution_state", "").equals("idle");
  }

  private static boolean belongs(Message message, String request) {
    JsonElement id = message.parent().get("msg_id");
    return id != null && id.getAsString().equals(request);
  }
}
