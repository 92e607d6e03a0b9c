package dev.nabla.notebooks.client;

import com.google.gson.JsonObject;
import dev.nabla.kernel.wire.Connection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A connection file for a kernel on this machine, with free ports and a key of its own. */
public record ConnectionFile(Path path) implements AutoCloseable {
  private static final List<String> PORTS =
      List.of("shell_port", "iopub_port", "stdin_port", "control_port", "hb_port");

  /** Writes one, readable to this user alone. */
  public static ConnectionFile create() throws IOException {
    return create(Files.createTempFile("nabla-connection-", ".json"));
  }

  /** Writes one into this file. */
  static ConnectionFile create(Path path) throws IOException {
    JsonObject json = new JsonObject();
    json.addProperty("transport", "tcp");
    json.addProperty("ip", "127.0.0.1");
    json.addProperty("signature_scheme", "hmac-sha256");
    json.addProperty("key", UUID.randomUUID().toString());
    List<ServerSocket> taken = new ArrayList<>();
    try {
      for (String port : PORTS) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        taken.add(socket);
        json.addProperty(port, socket.getLocalPort());
      }
    } finally {
      for (ServerSocket socket : taken) {
        socket.close();
      }
    }
    Files.writeString(path, json.toString());
    return new ConnectionFile(path);
  }

  /** What it says. */
  public Connection read() throws IOException {
    return Connection.read(path);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
