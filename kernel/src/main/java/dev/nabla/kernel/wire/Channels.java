package dev.nabla.kernel.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZContext;

/** The five sockets of a kernel. */
public final class Channels implements AutoCloseable {

  /** What happens to the messages of the channels; each method runs on its socket's own thread. */
  public interface Listener {
    void shell(Message message);

    void control(Message message);

    void stdin(Message message);

    /** A client has subscribed on iopub to messages whose topic starts so. */
    void subscribed(byte[] topic);
  }

  private final ZContext context = new ZContext();
  private final Codec codec;
  private final Queue<List<byte[]>> shellQueue = new ConcurrentLinkedQueue<>();
  private final Queue<List<byte[]>> controlQueue = new ConcurrentLinkedQueue<>();
  private final Queue<List<byte[]>> stdinQueue = new ConcurrentLinkedQueue<>();
  private final Queue<List<byte[]>> echoes = new ConcurrentLinkedQueue<>();
  private final Socket shell;
  private final Socket control;
  private final Socket stdin;
  private final Socket iopub;
  private final Socket heartbeat;

  /** Binds all sockets to the addresses of the connection file, and to no other. */
  public Channels(Connection at, Codec codec, Outbox published, Listener listener) {
    this.codec = codec;
    shell = router("nabla-shell", at.address(at.shell()), shellQueue, listener::shell);
    control = router("nabla-control", at.address(at.control()), controlQueue, listener::control);
    stdin = router("nabla-stdin", at.address(at.stdin()), stdinQueue, listener::stdin);
    iopub =
        new Socket(
            context,
            "nabla-iopub",
            SocketType.XPUB,
            at.address(at.iopub()),
            published,
            frames -> subscription(frames.get(0), listener));
    heartbeat =
        new Socket(
            context,
            "nabla-heartbeat",
            SocketType.ROUTER,
            at.address(at.heartbeat()),
            echoes::poll,
            echoes::add);
  }

  /** Begins to read. */
  public void start() {
    List.of(iopub, shell, control, stdin, heartbeat).forEach(Socket::start);
  }

  public void sendShell(Message message) {
    shellQueue.add(codec.encode(message));
    shell.wake();
  }

  public void sendControl(Message message) {
    controlQueue.add(codec.encode(message));
    control.wake();
  }

  public void sendStdin(Message message) {
    stdinQueue.add(codec.encode(message));
    stdin.wake();
  }

  /** Something new is in the published outbox. */
  public void wakeIopub() {
    iopub.wake();
  }

  /** Sends what waits, then closes. */
  @Override
  public void close() {
    List.of(shell, control, stdin, heartbeat, iopub).forEach(Socket::close);
    context.close();
  }

  private Socket router(
      String name, String address, Queue<List<byte[]>> queue, Consumer<Message> listener) {
    return new Socket(
        context,
        name,
        SocketType.ROUTER,
        address,
        queue::poll,
        frames -> codec.decode(frames).ifPresent(listener));
  }

  private static void subscription(byte[] frame, Listener listener) {
    if (frame.length > 0 && frame[0] == 1) {
      listener.subscribed(Arrays.copyOfRange(frame, 1, frame.length));
    }
  }
}
