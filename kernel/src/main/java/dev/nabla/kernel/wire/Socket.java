package dev.nabla.kernel.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * One ZeroMQ socket and the one thread that touches it. The thread sleeps until a frame arrives or
 * somebody calls {@link #wake}; there is no timer.
 */
final class Socket {
  private static final int LINGER_MILLIS = 1000;

  /** More than a front end can send through its server; who sends more is disconnected. */
  private static final long MOST_BYTES = 64L << 20;

  private final ZContext context;
  private final ZMQ.Socket socket;
  private final Outbox outbox;
  private final Consumer<List<byte[]>> inbox;
  private final Pipe pipe;
  private final Thread thread;
  private volatile boolean closed;

  /** Binds at once; nothing is read before {@link #start}. */
  Socket(
      ZContext context,
      String name,
      SocketType type,
      String address,
      Outbox outbox,
      Consumer<List<byte[]>> inbox) {
    this.context = context;
    this.outbox = outbox;
    this.inbox = inbox;
    this.socket = context.createSocket(type);
    socket.setLinger(LINGER_MILLIS);
    socket.setHWM(0);
    socket.setMaxMsgSize(MOST_BYTES);
    if (type == SocketType.XPUB) {
      socket.setXpubVerbose(true);
    }
    if (type == SocketType.ROUTER) {
      socket.setRouterHandover(true);
    }
    socket.bind(address);
    try {
      pipe = Pipe.open();
      pipe.source().configureBlocking(false);
      pipe.sink().configureBlocking(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread = new Thread(this::loop, name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Makes the thread look into the outbox. Any thread may call it. */
  void wake() {
    try {
      pipe.sink().write(ByteBuffer.wrap(new byte[1]));
    } catch (IOException e) {
      // The pipe is closed only with the socket: nobody is left to wake.
    }
  }

  /** Sends what is in the outbox, then closes. Waits at most a moment. */
  void close() {
    closed = true;
    wake();
    if (Thread.currentThread() != thread) {
      try {
        thread.join(LINGER_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void loop() {
    try (ZMQ.Poller poller = context.createPoller(2)) {
      poller.register(socket, ZMQ.Poller.POLLIN);
      poller.register(pipe.source(), ZMQ.Poller.POLLIN);
      ByteBuffer signals = ByteBuffer.allocate(64);
      while (!closed) {
        poller.poll(outbox.millisToNext());
        while (pipe.source().read(signals.clear()) > 0) {}
        if (poller.pollin(0)) {
          receiveAll();
        }
        sendAll();
      }
      outbox.close();
      sendAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      socket.close();
    }
  }

  private void receiveAll() {
    byte[] frame;
    while ((frame = socket.recv(ZMQ.DONTWAIT)) != null) {
      List<byte[]> frames = new ArrayList<>();
      frames.add(frame);
      while (socket.hasReceiveMore()) {
        frames.add(socket.recv());
      }
      try {
        inbox.accept(frames);
      } catch (Exception | Error e) {
        // One bad message must not silence the channel for ever.
        System.err.println("nabla: " + thread.getName() + ": " + e);
      }
    }
  }

  private void sendAll() {
    List<byte[]> frames;
    while ((frames = next()) != null) {
      int last = frames.size() - 1;
      for (int i = 0; i <= last; i++) {
        socket.send(frames.get(i), i < last ? ZMQ.SNDMORE : 0);
      }
    }
  }

  private List<byte[]> next() {
    while (true) {
      try {
        return outbox.next();
      } catch (Exception | Error e) {
        // It has left the outbox; what comes behind it must go out.
        System.err.println("nabla: " + thread.getName() + ": " + e);
      }
    }
  }
}
