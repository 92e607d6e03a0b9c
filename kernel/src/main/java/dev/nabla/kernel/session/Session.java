package dev.nabla.kernel.session;

import com.google.gson.JsonObject;
import dev.nabla.display.Screen;
import dev.nabla.kernel.comm.Comms;
import dev.nabla.kernel.extension.Extensions;
import dev.nabla.kernel.extension.Renderers;
import dev.nabla.kernel.magic.Libraries;
import dev.nabla.kernel.magic.Registry;
import dev.nabla.kernel.session.Dispatcher.Route;
import dev.nabla.kernel.shell.Shell;
import dev.nabla.kernel.wire.Channels;
import dev.nabla.kernel.wire.Codec;
import dev.nabla.kernel.wire.Connection;
import dev.nabla.kernel.wire.Message;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One kernel from its sockets to its shell. The sockets are bound and kernel_info is answered
 * before the shell is up; cells and questions wait for it.
 */
public final class Session implements AutoCloseable, Channels.Listener {
  private static final long LAST_WORDS_MILLIS = 1000;
  private static final long CALM_MILLIS = 500;

  private final Connection connection;
  private final List<String> compilerOptions;
  private final Publisher publisher;
  private final Channels channels;
  private final Dispatcher shellDispatcher;
  private final Dispatcher controlDispatcher;
  private final Input input;
  private final CellQueue cells = new CellQueue();
  private final ExecutorService assist = Executors.newSingleThreadExecutor(Session::daemon);
  private final ScheduledThreadPoolExecutor idle =
      new ScheduledThreadPoolExecutor(1, Session::daemon);
  private final CompletableFuture<Shell> shell = new CompletableFuture<>();
  private final AtomicInteger cellsRun = new AtomicInteger();
  private volatile boolean warm;
  private final History history;
  private final Comms comms;
  private Executions executions;
  private final CountDownLatch down = new CountDownLatch(1);

  /** Binds; what comes is answered from {@link #start} on. */
  Session(Connection connection, List<String> compilerOptions) {
    this.connection = connection;
    this.compilerOptions = compilerOptions;
    Codec codec = new Codec(connection.scheme(), connection.key());
    publisher = new Publisher(codec);
    idle.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    history = new History(HistoryFile.ofUser(System.getenv()), idle, this::whenCalm);
    comms = new Comms(this::publish);
    shellDispatcher = new Dispatcher(publisher, shellRoutes());
    controlDispatcher = new Dispatcher(publisher, controlRoutes());
    channels = new Channels(connection, codec, publisher, this);
    input = new Input(channels::sendStdin);
    publisher.onNews(channels::wakeIopub);
    // Before any request: a cell that came first would wait for ever for the shell behind it.
    cells.execute(this::startShell);
  }

  void start() {
    channels.start();
    publisher.status(new JsonObject(), "starting");
    cells.start();
    // Their threads must be there before a cell can use up all that can be had.
    assist.execute(() -> {});
    idle.execute(() -> {});
    Lifeline.watch(down::countDown);
  }

  /** Binds, starts to answer, and starts the shell. */
  public static Session open(Connection connection) {
    return open(connection, List.of());
  }

  /**
   * @param compilerOptions for the code of cells, such as {@code --enable-preview}
   */
  public static Session open(Connection connection, List<String> compilerOptions) {
    Session session = new Session(connection, compilerOptions);
    session.start();
    return session;
  }

  /** Where the cells of this user are kept from one session to the next; empty for nowhere. */
  public static Optional<Path> historyFile() {
    return HistoryFile.ofUser(System.getenv()).path();
  }

  /** Returns when a client has asked for the end. */
  public void awaitShutdown() throws InterruptedException {
    down.await();
  }

  @Override
  public void shell(Message message) {
    shellDispatcher.receive(message, channels::sendShell);
  }

  @Override
  public void control(Message message) {
    controlDispatcher.receive(message, channels::sendControl);
  }

  @Override
  public void stdin(Message message) {
    input.answer(message);
  }

  @Override
  public void subscribed(byte[] topic) {
    publisher.welcome(topic);
  }

  @Override
  public void close() {
    if (shell.isDone() && !shell.isCompletedExceptionally()) {
      shell.join().close();
    }
    idle.execute(history::catchUp);
    idle.shutdown();
    try {
      // The history is written.
      idle.awaitTermination(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    channels.close();
  }

  private void startShell() {
    try {
      Shell started = newShell();
      shell.complete(started);
      if (cells.isEmpty()) {
        started.getReady();
      }
    } catch (RuntimeException | Error e) {
      shell.completeExceptionally(e); // told to every cell
      throw e;
    }
  }

  private Shell newShell() {
    Streams streams = new Streams(input);
    Shell started = new Shell(compilerOptions);
    Renderers renderers = new Renderers();
    started.use(magics(started, renderers));
    Renderer renderer = new Renderer(started.variables(), started.lineage(), renderers);
    Controls controls = new Controls(comms, publisher, renderer);
    Screen.use(new NotebookScreen(publisher, renderer, controls));
    comms.use();
    executions = new Executions(started, publisher, streams, renderer, controls, cells, history);
    return started;
  }

  /** What a library brings is taken when it comes onto the class path. */
  private Registry magics(Shell shell, Renderers renderers) {
    CompletableFuture<Extensions> extensions = new CompletableFuture<>();
    Libraries libraries = new Libraries(cell -> extensions.join().install(cell));
    Registry registry = new Registry(shell, libraries, history);
    extensions.complete(new Extensions(shell, registry, renderers));
    return registry;
  }

  private Map<String, Route> shellRoutes() {
    Questions questions = new Questions(shell::join);
    Map<String, Route> routes = new HashMap<>(everywhere());
    routes.put("execute_request", new Route(cells, this::execute));
    routes.put("complete_request", new Route(assist, questions::complete));
    routes.put("inspect_request", new Route(assist, questions::inspect));
    routes.put("is_complete_request", new Route(assist, questions::isComplete));
    routes.put("history_request", new Route(idle, history::answer));
    routes.put("comm_info_request", new Route(Runnable::run, this::commInfo));
    routes.put("comm_open", new Route(cells, request -> comm(request, comms::opened)));
    routes.put("comm_msg", new Route(cells, request -> comm(request, comms::received)));
    routes.put("comm_close", new Route(cells, request -> comm(request, comms::closed)));
    return routes;
  }

  private Map<String, Route> controlRoutes() {
    return everywhere();
  }

  private Map<String, Route> everywhere() {
    Executor here = Runnable::run;
    return Map.of(
        "kernel_info_request",
            new Route(here, request -> request.reply(KernelInfo.reply(version()))),
        "connect_request", new Route(here, request -> request.reply(KernelInfo.ports(connection))),
        "interrupt_request", new Route(here, this::interrupt),
        "shutdown_request", new Route(here, this::shutdown));
  }

  private void execute(Request request) {
    Shell running = shell.join();
    executions.execute(request);
    idle.execute(running::keepReserve);
    int cell = cellsRun.incrementAndGet();
    if (!warm) {
      whenCalm(() -> warmUp(running, cell));
    }
  }

  /** Once, and not between two cells. */
  private void warmUp(Shell running, int lastCell) {
    if (!warm && cellsRun.get() == lastCell) {
      warm = true;
      running.warmUp();
    }
  }

  /** Not at once: the next cell may be on its way. */
  private void whenCalm(Runnable task) {
    idle.schedule(task, CALM_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void interrupt(Request request) {
    if (shell.isDone() && !shell.isCompletedExceptionally()) {
      shell.join().interrupt();
    }
    request.reply(Json.ok());
  }

  private void shutdown(Request request) {
    JsonObject reply = Json.ok();
    reply.addProperty("restart", request.message().flag("restart", false));
    request.reply(reply);
    publisher.publish(request.header(), "shutdown_reply", reply);
    down.countDown();
  }

  private void comm(Request request, Consumer<Message> handler) {
    shell.join();
    executions.call(request, () -> handler.accept(request.message()));
  }

  private void commInfo(Request request) {
    JsonObject reply = Json.ok();
    reply.add("comms", comms.info(request.message().text("target_name", null)));
    request.reply(reply);
  }

  /** Publishes for the request on whose behalf this thread runs. */
  private void publish(String type, JsonObject metadata, JsonObject content) {
    Request request = NotebookScreen.request();
    JsonObject parent = request == null ? new JsonObject() : request.header();
    publisher.publish(parent, type, metadata, content);
  }

  private static String version() {
    String version = Session.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "nabla-assist");
    thread.setDaemon(true);
    return thread;
  }
}
