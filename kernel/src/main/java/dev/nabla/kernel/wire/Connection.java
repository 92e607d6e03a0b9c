package dev.nabla.kernel.wire;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The connection file: where a kernel binds its sockets and with which key it signs.
 *
 * @param key signs every message; empty for none
 */
public record Connection(
    String transport,
    String ip,
    int shell,
    int iopub,
    int stdin,
    int control,
    int heartbeat,
    String scheme,
    String key) {

  /** Reads a connection file as Jupyter writes it. */
  public static Connection read(Path file) throws IOException {
    JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    return new Connection(
        text(json, "transport", "tcp"),
        text(json, "ip", "127.0.0.1"),
        json.get("shell_port").getAsInt(),
        json.get("iopub_port").getAsInt(),
        json.get("stdin_port").getAsInt(),
        json.get("control_port").getAsInt(),
        json.get("hb_port").getAsInt(),
        text(json, "signature_scheme", "hmac-sha256"),
        text(json, "key", ""));
  }

  /** The address of one socket. */
  public String address(int port) {
    return transport + "://" + ip + (transport.equals("ipc") ? "-" : ":") + port;
  }

  private static String text(JsonObject json, String name, String otherwise) {
    return json.has(name) && !json.get(name).isJsonNull()
        ? json.get(name).getAsString()
        : otherwise;
  }
}
