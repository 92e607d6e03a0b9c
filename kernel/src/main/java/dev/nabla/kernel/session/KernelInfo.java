package dev.nabla.kernel.session;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nabla.kernel.wire.Connection;
import dev.nabla.kernel.wire.Message;

/** What a kernel says of itself. */
final class KernelInfo {
  private KernelInfo() {}

  static JsonObject reply(String version) {
    JsonObject language = new JsonObject();
    language.addProperty("name", "java");
    language.addProperty("version", Runtime.version().toString());
    language.addProperty("mimetype", "text/x-java");
    language.addProperty("file_extension", ".jshell");
    language.addProperty("pygments_lexer", "java");
    language.addProperty("codemirror_mode", "text/x-java");

    JsonObject info = Json.ok();
    info.addProperty("protocol_version", Message.PROTOCOL);
    info.addProperty("implementation", "nabla");
    info.addProperty("implementation_version", version);
    info.add("language_info", language);
    info.addProperty(
        "banner",
        "Nabla "
            + version
            + " on Java "
            + Runtime.version().feature()
            + ". Try net().layer(3, relu).layer(1)");
    info.addProperty("debugger", false);
    info.add("supported_features", new JsonArray());
    info.add("help_links", new JsonArray());
    return info;
  }

  /** The answer to a connect_request. */
  static JsonObject ports(Connection connection) {
    JsonObject ports = Json.ok();
    ports.addProperty("shell_port", connection.shell());
    ports.addProperty("iopub_port", connection.iopub());
    ports.addProperty("stdin_port", connection.stdin());
    ports.addProperty("control_port", connection.control());
    ports.addProperty("hb_port", connection.heartbeat());
    return ports;
  }
}
