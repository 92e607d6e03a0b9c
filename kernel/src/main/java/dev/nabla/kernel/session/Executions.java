package dev.nabla.kernel.session;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.nabla.kernel.shell.Failure;
import dev.nabla.kernel.shell.Outcome;
import dev.nabla.kernel.shell.Owner;
import dev.nabla.kernel.shell.Shell;
import dev.nabla.kernel.wire.Message;
import java.util.Map;

/** Answers execute requests. */
final class Executions {
  private final Shell shell;
  private final Publisher publisher;
  private final Streams streams;
  private final Renderer renderer;
  private final CellQueue queue;
  private final Input input;
  private int count;

  Executions(
      Shell shell,
      Publisher publisher,
      Streams streams,
      Renderer renderer,
      CellQueue queue,
      Input input) {
    this.shell = shell;
    this.publisher = publisher;
    this.streams = streams;
    this.renderer = renderer;
    this.queue = queue;
    this.input = input;
  }

  /** Runs the cell of a request on the thread of the cell queue. */
  void execute(Request request) {
    Message message = request.message();
    if (queue.aborted()) {
      JsonObject aborted = new JsonObject();
      aborted.addProperty("status", "aborted");
      request.reply(aborted);
      return;
    }
    if (!message.content().has("code")) {
      request.fail("BadRequest", "the execute_request has no code");
      return;
    }
    boolean silent = message.flag("silent", false);
    if (!silent && message.flag("store_history", true)) {
      count++;
    }
    String code = message.text("code", "");
    if (!silent) {
      JsonObject input = new JsonObject();
      input.addProperty("code", code);
      input.addProperty("execution_count", count);
      publisher.publish(request.header(), "execute_input", input);
    }
    streams.install();
    input.clear();
    Owner owner = new Owner(request);
    Outcome outcome =
        shell.run(
            count, code, owner, note -> publisher.stream(request.header(), "stdout", note + "\n"));
    if (!silent) {
      outcome = rendered(outcome, owner);
    }
    System.out.flush();
    String rest = request.budget().rest();
    if (!rest.isEmpty()) {
      publisher.stream(request.header(), "stdout", rest);
    }
    if (outcome instanceof Outcome.Failed failed) {
      fail(request, failed.failure(), silent);
      return;
    }
    if (outcome instanceof Outcome.Value value && !silent) {
      JsonObject result = (JsonObject) value.value();
      result.addProperty("execution_count", count);
      publisher.publish(request.header(), "execute_result", result);
    }
    JsonObject reply = Json.ok();
    reply.addProperty("execution_count", count);
    reply.add("payload", new JsonArray());
    reply.add("user_expressions", userExpressions(message, owner));
    request.reply(reply);
  }

  /** The value as the content of a message, if there is one. */
  private Outcome rendered(Outcome outcome, Owner owner) {
    return outcome instanceof Outcome.Value value
        ? shell.show(owner, () -> renderer.render(value.value()))
        : outcome;
  }

  private void fail(Request request, Failure failure, boolean silent) {
    JsonObject error = new JsonObject();
    error.addProperty("ename", failure.name());
    error.addProperty("evalue", failure.message());
    error.add("traceback", Json.strings(failure.report()));
    if (!silent) {
      publisher.publish(request.header(), "error", error);
    }
    if (request.message().flag("stop_on_error", true)) {
      queue.abortQueued();
    }
    JsonObject reply = error.deepCopy();
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
    String code = expression.isJsonPrimitive() ? expression.getAsString() : "";
    Outcome outcome = rendered(shell.run(0, code, owner, note -> {}), owner);
    if (outcome instanceof Outcome.Failed failed) {
      JsonObject answer = new JsonObject();
      answer.addProperty("status", "error");
      answer.addProperty("ename", failed.failure().name());
      answer.addProperty("evalue", failed.failure().message());
      answer.add("traceback", Json.strings(failed.failure().report()));
      return answer;
    }
    JsonObject answer =
        outcome instanceof Outcome.Value value ? (JsonObject) value.value() : renderer.render(null);
    answer.addProperty("status", "ok");
    return answer;
  }
}
