package dev.nabla.kernel.session;

import com.google.gson.JsonObject;
import dev.nabla.kernel.wire.Message;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Finds who answers a request, and says busy before and idle after. An unknown request is answered
 * with an error, a handler that fails too: whoever asks gets an answer.
 */
final class Dispatcher {

  /** Who answers a kind of request, and on which thread. */
  record Route(Executor lane, Handler handler) {}

  /** Answers a request. */
  interface Handler {
    void answer(Request request) throws Exception;
  }

  private final Publisher publisher;
  private final Map<String, Route> routes;

  Dispatcher(Publisher publisher, Map<String, Route> routes) {
    this.publisher = publisher;
    this.routes = routes;
  }

  /** Takes a message from a channel whose answers go to {@code send}. */
  void receive(Message message, Consumer<Message> send) {
    Request request = new Request(message, send, new CellOutput(publisher, message.header()));
    Route route = routes.getOrDefault(message.type(), new Route(Runnable::run, this::unknown));
    route.lane().execute(() -> answer(request, route.handler()));
  }

  private void answer(Request request, Handler handler) {
    JsonObject header = request.header();
    publisher.status(header, "busy");
    try {
      handler.answer(request);
    } catch (Exception | Error e) {
      String reason = "The kernel itself failed (" + e + "). Run it again, or restart the kernel.";
      if (request.message().type().equals("execute_request")) {
        // A notebook shows what is published; of a reply it shows nothing.
        publisher.publish(header, "error", Request.failure("KernelFailure", reason));
      }
      request.fail("KernelFailure", reason);
    } finally {
      publisher.status(header, "idle");
    }
  }

  private void unknown(Request request) {
    String type = request.message().type();
    if (type.endsWith("_request")) {
      request.fail("Unsupported", "this kernel has no answer to " + type);
    }
  }
}
