package dev.nabla.kernel.comm;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import dev.nabla.kernel.wire.Message;
import dev.nabla.message.NablaException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** All open comms of a kernel, and who takes those that the front end opens. */
public final class Comms {

  /** Publishes a message on iopub. */
  public interface Link {
    void publish(String type, JsonObject metadata, JsonObject content);
  }

  private static final Gson GSON =
      new GsonBuilder()
          .serializeNulls()
          .disableHtmlEscaping()
          .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
          .create();
  private static final TypeToken<Map<String, Object>> DATA = new TypeToken<>() {};

  private static volatile Comms current;

  private final Link link;
  private final Map<String, Comm> open = new ConcurrentHashMap<>();
  private final Map<String, BiConsumer<Comm, Map<String, Object>>> targets =
      new ConcurrentHashMap<>();

  public Comms(Link link) {
    this.link = link;
  }

  /** Makes these the comms of {@link Comm}. */
  public void use() {
    current = this;
  }

  static Comms current() {
    Comms comms = current;
    if (comms == null) {
      throw new NablaException("Comm: comms need a notebook; this program runs without one.");
    }
    return comms;
  }

  /**
   * Opens a comm to the front end.
   *
   * @param id not used before
   * @param metadata of the message that opens it
   */
  public Comm open(String id, String target, Map<String, ?> data, Map<String, ?> metadata) {
    JsonObject content = content(id, data);
    content.addProperty("target_name", target);
    Comm comm = new Comm(this, id, target);
    open.put(id, comm);
    link.publish("comm_open", json(metadata), content);
    return comm;
  }

  void register(String target, BiConsumer<Comm, Map<String, Object>> handler) {
    targets.put(target, handler);
  }

  boolean isOpen(Comm comm) {
    return open.get(comm.id()) == comm;
  }

  void send(Comm comm, Map<String, ?> data) {
    if (!isOpen(comm)) {
      throw new NablaException(
          "The comm to " + comm.target() + " is closed. Open a new one: Comm.open(target, data).");
    }
    link.publish("comm_msg", new JsonObject(), content(comm.id(), data));
  }

  void close(Comm comm) {
    if (open.remove(comm.id(), comm)) {
      link.publish("comm_close", new JsonObject(), content(comm.id(), Map.of()));
    }
  }

  /** Takes a {@code comm_open}; one that nobody waits for is closed at once. */
  public void opened(Message message) {
    String id = message.text("comm_id", "");
    BiConsumer<Comm, Map<String, Object>> handler = targets.get(message.text("target_name", ""));
    if (id.isEmpty() || open.containsKey(id)) {
      return;
    }
    if (handler == null) {
      link.publish("comm_close", new JsonObject(), content(id, Map.of()));
      return;
    }
    Comm comm = new Comm(this, id, message.text("target_name", ""));
    open.put(id, comm);
    handler.accept(comm, data(message));
  }

  /** Takes a {@code comm_msg}; one for a comm that is not open is dropped. */
  public void received(Message message) {
    Comm comm = open.get(message.text("comm_id", ""));
    if (comm != null) {
      comm.received(data(message));
    }
  }

  /** Takes a {@code comm_close}. */
  public void closed(Message message) {
    Comm comm = open.remove(message.text("comm_id", ""));
    if (comm != null) {
      comm.closed();
    }
  }

  /**
   * The open comms as {@code comm_info_reply} lists them: id to {@code {target_name}}.
   *
   * @param target those of this target alone; null for all
   */
  public JsonObject info(String target) {
    JsonObject comms = new JsonObject();
    for (Comm comm : open.values()) {
      if (target == null || target.equals(comm.target())) {
        JsonObject each = new JsonObject();
        each.addProperty("target_name", comm.target());
        comms.add(comm.id(), each);
      }
    }
    return comms;
  }

  private static Map<String, Object> data(Message message) {
    return message.content().get("data") instanceof JsonObject data
        ? GSON.fromJson(data, DATA)
        : Map.of();
  }

  private static JsonObject content(String id, Map<String, ?> data) {
    JsonObject content = new JsonObject();
    content.addProperty("comm_id", id);
    content.add("data", json(data));
    return content;
  }

  private static JsonObject json(Map<String, ?> data) {
    try {
      JsonElement json = GSON.toJsonTree(data);
      return json.getAsJsonObject();
    } catch (JsonParseException | IllegalArgumentException | StackOverflowError e) {
      throw new NablaException(
          "A comm sends maps, lists, strings, numbers, truth values and null; it cannot send "
              + data.getClass().getSimpleName()
              + ": "
              + e.getMessage());
    }
  }
}
