package dev.nabla.kernel.session;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.nabla.display.Control;
import dev.nabla.display.Display;
import dev.nabla.kernel.shell.Failure;
import dev.nabla.kernel.shell.Outcome;
import dev.nabla.kernel.shell.Owner;
import dev.nabla.kernel.shell.Shell;
import dev.nabla.kernel.wire.Message;
import java.util.Map;

/** Answers execute requests, on the thread of the cell queue. */
final class Executions {
  private final Shell shell;
  private final Publisher publisher;
  private final Streams streams;
  private final Renderer renderer;
  private final Controls controls;
  private final CellQueue queue;
  private final History history;
  private int count;

  Executions(
      Shell shell,
      Publisher publisher,
      Streams streams,
      Renderer renderer,
      Controls controls,
      CellQueue queue,
      History history) {
    this.shell = shell;
    this.publisher = publisher;
    this.streams = streams;
    this.renderer = renderer;
    this.controls = controls;
    this.queue = queue;
    this.history = history;
  }

  /** Runs the cell of a request. */
  void execute(Request request) {
    Message message = request.message();
    if (queue.aborted()) {
      JsonObject aborted = new JsonObject();
      aborted.addProperty("status", "aborted");
      request.reply(aborted);
      return;
    }
    if (!Json.isText(message.content().get("code"))) {
      request.fail("BadRequest", "the execute_request has no code that is a text");
      return;
    }
    String code = message.text("code", "");
    boolean silent = message.flag("silent", false);
    if (!silent && message.flag("store_history", true)) {
      count++;
      history.add(count, code);
    }
    if (!silent) {
      JsonObject input = new JsonObject();
      input.addProperty("code", code);
      input.addProperty("execution_count", count);
      publisher.publish(request.header(), "execute_input", input);
    }
    streams.begin();
    Owner owner = new Owner(request);
    Owner.set(owner);
    try {
      String asked = Help.asked(code);
      if (asked == null) {
        run(request, owner, code, silent);
      } else {
        explain(request, asked);
      }
    } finally {
      Owner.set(null);
    }
  }

  /** Runs code that a cell has left behind for a message of the front end. */
  void call(Request request, Runnable action) {
    streams.begin();
    Outcome outcome = shell.call(new Owner(request), action);
    System.out.flush();
    if (outcome instanceof Outcome.Failed failed) {
      request.output().fail(failed.failure());
    }
    request.output().end();
  }

  private void run(Request request, Owner owner, String code, boolean silent) {
    Output output = request.output();
    Outcome outcome = shell.run(count, code, owner, note -> output.print("stdout", note + "\n"));
    if (!silent && outcome instanceof Outcome.Value value) {
      outcome = show(request, owner, value.value());
    }
    System.out.flush();
    output.end();
    if (outcome instanceof Outcome.Failed failed) {
      fail(request, failed.failure(), silent);
      return;
    }
    request.reply(reply(new JsonArray(), userExpressions(request.message(), owner)));
  }

  private Outcome show(Request request, Owner owner, Object value) {
    Outcome rendered = rendered(new Outcome.Value(value), owner);
    if (!(rendered instanceof Outcome.Value content)) {
      return rendered;
    }
    JsonObject result = (JsonObject) content.value();
    history.result(count, result.getAsJsonObject("data").get(Display.TEXT).getAsString());
    if (value instanceof Control control) {
      controls.addView(control, result);
    }
    result.addProperty("execution_count", count);
    // What the cell has printed comes first.
    System.out.flush();
    request.output().end();
    publisher.publish(request.header(), "execute_result", result);
    return value instanceof Control control
        ? shell.call(owner, () -> controls.begin(control, request))
        : rendered;
  }

  private void explain(Request request, String asked) {
    Map<String, String> found = shell.ask(assistant -> assistant.inspect(asked, asked.length()));
    if (found.isEmpty()) {
      request.output().print("stdout", "Nothing is known about " + asked + ".\n");
    }
    request.reply(reply(found.isEmpty() ? new JsonArray() : Help.page(found), new JsonObject()));
  }

  private JsonObject reply(JsonArray payload, JsonObject userExpressions) {
    JsonObject reply = Json.ok();
    reply.addProperty("execution_count", count);
    reply.add("payload", payload);
    reply.add("user_expressions", userExpressions);
    return reply;
  }

  /** The value as the content of a message, if there is one. */
  private Outcome rendered(Outcome outcome, Owner owner) {
    return outcome instanceof Outcome.Value value
        ? shell.show(owner, () -> renderer.render(value.value()))
        : outcome;
  }

  private void fail(Request request, Failure failure, boolean silent) {
    if (!silent) {
      request.output().fail(failure);
    }
    if (request.message().flag("stop_on_error", true)) {
      queue.abortQueued();
    }
    JsonObject reply = Json.error(failure);
    reply.addProperty("status", "error");
    reply.addProperty("execution_count", count);
    request.reply(reply);
  }

  private JsonObject userExpressions(Message message, Owner owner) {
    JsonObject answers = new JsonObject();
    if (message.content().get("user_expressions") instanceof JsonObject asked) {
      for (Map.Entry<String, JsonElement> each : asked.entrySet()) {
        answers.add(each.getKey(), userExpression(each.getValue(), owner));
      }
    }
    return answers;
  }

  private JsonObject userExpression(JsonElement expression, Owner owner) {
    String code = Json.isText(expression) ? expression.getAsString() : "";
    Outcome outcome = rendered(shell.run(0, code, owner, note -> {}), owner);
    if (outcome instanceof Outcome.Failed failed) {
      JsonObject answer = Json.error(failed.failure());
      answer.addProperty("status", "error");
      return answer;
    }
    JsonObject answer =
        outcome instanceof Outcome.Value value ? (JsonObject) value.value() : renderer.render(null);
    answer.addProperty("status", "ok");
    return answer;
  }
}
