package dev.nabla.notebooks.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** The finished jar as a kernel in a process of its own, spoken to in raw frames. */
final class RawKernel implements AutoCloseable {
  private static final String KEY = "0123-the-key";

  /**
   * Some connections that JeroMQ opens, up to 6 in 100 under load, never send their greeting: its
   * selector may keep the key of the attempt (zeromq/jeromq#1022). After this time the next is
   * tried.
   */
  static final int GREETING_MILLIS = 1000;

  private static final byte[] DELIMITER = bytes("<IDS|MSG>");

  /** A received message. */
  record Received(
      String channel, String type, JsonObject header, JsonObject parent, JsonObject content) {
    String parentId() {
      return parent.has("msg_id") ? parent.get("msg_id").getAsString() : "";
    }
  }

  /** All that belongs to one request, in the order in which each channel brought it. */
  static final class Conversation {
    final List<Received> all = new ArrayList<>();
    private final String id;

    Conversation(String id) {
      this.id = id;
    }

    String id() {
      return id;
    }

    List<Received> of(String type) {
      return all.stream().filter(each -> each.type().equals(type)).toList();
    }

    JsonObject only(String type) {
      List<Received> found = of(type);
      if (found.size() != 1) {
        throw new AssertionError(found.size() + " " + type + " in " + all);
      }
      return found.get(0).content();
    }

    /** What went to a stream. */
    String printed(String name) {
      StringBuilder text = new StringBuilder();
      of("stream").stream()
          .filter(each -> each.content().get("name").getAsString().equals(name))
          .forEach(each -> text.append(each.content().get("text").getAsString()));
      return text.toString();
    }

    /** The text of the result. */
    String result() {
      return only("execute_result").getAsJsonObject("data").get("text/plain").getAsString();
    }

    String states() {
      StringBuilder states = new StringBuilder();
      of("status")
          .forEach(
              e -> states.append(e.content().get("execution_state").getAsString()).append(' '));
      return states.toString().strip();
    }
  }

  final Process process;
  private final boolean isOwner;
  private final ZContext context = new ZContext();
  private final Map<String, ZMQ.Socket> sockets = new LinkedHashMap<>();
  private final Map<String, Integer> ports = new LinkedHashMap<>();
  private long patienceMillis = 30_000;
  private final List<Received> unread = new ArrayList<>();
  private final String session = UUID.randomUUID().toString();

  RawKernel(String... jvmOptions) throws IOException {
    this(Map.of(), jvmOptions);
  }

  RawKernel(Map<String, String> environment, String... jvmOptions) throws IOException {
    Path file = Files.createTempFile("connection", ".json");
    file.toFile().deleteOnExit();
    JsonObject connection = new JsonObject();
    for (String each : List.of("shell", "iopub", "stdin", "control", "hb")) {
      ports.put(each, freePort());
      connection.addProperty(each + "_port", ports.get(each));
    }
    connection.addProperty("transport", "tcp");
    connection.addProperty("ip", "127.0.0.1");
    connection.addProperty("key", KEY);
    connection.addProperty("signature_scheme", "hmac-sha256");
    Files.writeString(file, connection.toString());

    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.addAll(List.of(jvmOptions));
    command.addAll(List.of("-jar", System.getProperty("nabla.jar"), "kernel"));
    if (command.contains("--enable-preview")) {
      command.add("--enable-preview");
    }
    command.add(file.toString());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(
                    new File(System.getProperty("nabla.jar") + ".it.log")));
    builder.environment().putAll(environment);
    isOwner = true;
    process = builder.start();
    connect();
    request("shell", "kernel_info_request", "{}");
  }

  /** Below those that the system gives to clients, which may take one before the kernel does. */
  private int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(10_000, 32_000);
      try (ServerSocket free = new ServerSocket(port)) {
        if (!ports.containsValue(port)) {
          return free.getLocalPort();
        }
      } catch (IOException e) {
        // Somebody has it.
      }
    }
  }

  private RawKernel(RawKernel other) {
    isOwner = false;
    process = other.process;
    ports.putAll(other.ports);
    connect();
  }

  /** A second client of the same kernel. */
  RawKernel secondClient() {
    RawKernel client = new RawKernel(this);
    client.request("shell", "kernel_info_request", "{}");
    return client;
  }

  /** Waits that long for an answer: many requests may be before it. */
  void waitUpTo(int minutes) {
    patienceMillis = TimeUnit.MINUTES.toMillis(minutes);
  }

  private void connect() {
    for (String each : List.of("shell", "control", "stdin")) {
      open(each, SocketType.DEALER).setIdentity(bytes(session));
    }
    open("iopub", SocketType.SUB).subscribe(new byte[0]);
    ports.forEach(
        (name, port) -> {
          if (sockets.containsKey(name)) {
            sockets.get(name).connect("tcp://127.0.0.1:" + port);
          }
        });
    // Nothing of iopub is lost once the welcome has come.
    await("iopub_welcome", each -> each.type().equals("iopub_welcome"));
  }

  /** A further socket to one of the kernel's; what it receives is nowhere else. */
  ZMQ.Socket connect(String channel, SocketType type) {
    ZMQ.Socket socket = socket(type);
    socket.connect("tcp://127.0.0.1:" + ports.get(channel));
    return socket;
  }

  int port(String channel) {
    return ports.get(channel);
  }

  void forgetUnread() {
    unread.clear();
  }

  private ZMQ.Socket open(String name, SocketType type) {
    ZMQ.Socket socket = socket(type);
    sockets.put(name, socket);
    return socket;
  }

  private ZMQ.Socket socket(SocketType type) {
    ZMQ.Socket socket = context.createSocket(type);
    socket.setLinger(0);
    socket.setHWM(0);
    socket.setHandshakeIvl(GREETING_MILLIS);
    return socket;
  }

  /** Runs a cell and waits for its reply and its idle. */
  Conversation run(String code) {
    return finish(execute(code, ""));
  }

  /** Sends a cell. */
  String execute(String code, String moreFields) {
    JsonObject content = new JsonObject();
    content.addProperty("code", code);
    content.addProperty("silent", false);
    content.addProperty("store_history", true);
    content.addProperty("allow_stdin", false);
    content.addProperty("stop_on_error", true);
    if (!moreFields.isEmpty()) {
      JsonParser.parseString("{" + moreFields + "}")
          .getAsJsonObject()
          .entrySet()
          .forEach(each -> content.add(each.getKey(), each.getValue()));
    }
    return send("shell", "execute_request", content.toString());
  }

  /** Sends a request and waits for its reply and its idle. */
  Conversation request(String channel, String type, String content) {
    return finish(send(channel, type, content));
  }

  /** Sends a well-formed message and gives its id. */
  String send(String channel, String type, String content) {
    return send(channel, type, content, "{}");
  }

  String send(String channel, String type, String content, String parent) {
    String id = UUID.randomUUID().toString();
    sendFrames(channel, signed(header(id, type), parent, "{}", content));
    return id;
  }

  String header(String id, String type) {
    JsonObject header = new JsonObject();
    header.addProperty("msg_id", id);
    header.addProperty("session", session);
    header.addProperty("username", "test");
    header.addProperty("date", "2026-01-01T00:00:00.000Z");
    header.addProperty("msg_type", type);
    header.addProperty("version", "5.3");
    return header.toString();
  }

  /** Delimiter, signature and the given frames. */
  static List<byte[]> signed(String... json) {
    return signed(Arrays.stream(json).map(RawKernel::bytes).toList());
  }

  static List<byte[]> signed(List<byte[]> unsigned) {
    List<byte[]> frames = new ArrayList<>(unsigned);
    byte[] signature = bytes(sign(frames));
    frames.add(0, signature);
    frames.add(0, DELIMITER);
    return frames;
  }

  void sendFrames(String channel, List<byte[]> frames) {
    send(sockets.get(channel), frames);
  }

  static void send(ZMQ.Socket socket, List<byte[]> frames) {
    for (int i = 0; i < frames.size(); i++) {
      socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
    }
  }

  /** All messages of a request, once its reply and its idle have come. */
  Conversation finish(String id) {
    return finish(id, false);
  }

  /** All messages that belong to a message which has no reply, once its idle has come. */
  Conversation finishQuiet(String id) {
    return finish(id, true);
  }

  private Conversation finish(String id, boolean isQuiet) {
    Conversation conversation = new Conversation(id);
    long end = System.currentTimeMillis() + patienceMillis;
    boolean replied = isQuiet;
    boolean idle = false;
    while (!replied || !idle) {
      Received next = take(end, each -> each.parentId().equals(id));
      if (next == null) {
        throw new AssertionError("no end of " + id + ": " + conversation.all);
      }
      conversation.all.add(next);
      replied |= next.type().endsWith("_reply") && !next.channel().equals("iopub");
      idle |=
          next.type().equals("status")
              && next.content().get("execution_state").getAsString().equals("idle");
    }
    return conversation;
  }

  /** The first message, old or new, that fits. */
  Received await(String what, java.util.function.Predicate<Received> fits) {
    Received found = take(System.currentTimeMillis() + patienceMillis, fits);
    if (found == null) {
      throw new AssertionError("never came: " + what);
    }
    return found;
  }

  private Received take(long end, java.util.function.Predicate<Received> fits) {
    while (true) {
      for (int i = 0; i < unread.size(); i++) {
        if (fits.test(unread.get(i))) {
          return unread.remove(i);
        }
      }
      if (System.currentTimeMillis() > end || !receive()) {
        return null;
      }
    }
  }

  /** Reads what is there, or waits a little; false when the kernel has gone. */
  private boolean receive() {
    boolean any = false;
    for (Map.Entry<String, ZMQ.Socket> each : sockets.entrySet()) {
      byte[] frame;
      while ((frame = each.getValue().recv(ZMQ.DONTWAIT)) != null) {
        List<byte[]> frames = new ArrayList<>(List.of(frame));
        while (each.getValue().hasReceiveMore()) {
          frames.add(each.getValue().recv());
        }
        unread.add(parse(each.getKey(), frames));
        any = true;
      }
    }
    if (!any) {
      pause(2);
    }
    return any || process.isAlive();
  }

  private static Received parse(String channel, List<byte[]> frames) {
    int start = 0;
    while (!new String(frames.get(start), StandardCharsets.UTF_8).equals("<IDS|MSG>")) {
      start++;
    }
    List<byte[]> signed = frames.subList(start + 2, start + 6);
    if (!text(frames.get(start + 1)).equals(sign(signed))) {
      throw new AssertionError("wrong signature from the kernel");
    }
    JsonObject header = json(signed.get(0));
    return new Received(
        channel,
        header.get("msg_type").getAsString(),
        header,
        json(signed.get(1)),
        json(signed.get(3)));
  }

  /** Sends on the heartbeat socket and gives what comes back. */
  String heartbeat(String ping) {
    try (ZMQ.Socket socket = connect("hb", SocketType.REQ)) {
      socket.setReceiveTimeOut((int) patienceMillis);
      socket.send(ping);
      return socket.recvStr();
    }
  }

  boolean exitsWithin(int seconds) {
    try {
      return process.waitFor(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<String> strings(JsonElement array) {
    List<String> strings = new ArrayList<>();
    ((JsonArray) array).forEach(each -> strings.add(each.getAsString()));
    return strings;
  }

  @Override
  public void close() {
    if (isOwner) {
      process.destroyForcibly();
    }
    context.close();
  }

  private static JsonObject json(byte[] bytes) {
    return JsonParser.parseString(text(bytes)).getAsJsonObject();
  }

  private static String sign(List<byte[]> frames) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes(KEY), "HmacSHA256"));
      frames.forEach(mac::update);
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
