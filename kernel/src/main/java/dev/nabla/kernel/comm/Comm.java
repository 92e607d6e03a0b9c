package dev.nabla.kernel.comm;

import dev.nabla.message.NablaException;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * One channel to a counterpart in the front end, usable from any cell and any thread. Data are
 * maps, lists, strings, numbers, truth values and null; whole numbers arrive as {@code Long},
 * others as {@code Double}.
 *
 * <pre>{@code
 * import dev.nabla.kernel.comm.Comm;
 * Comm comm = Comm.open("my.target", Map.of("start", 1));
 * comm.onMessage(data -> System.out.println("the front end says " + data));
 * comm.send(Map.of("x", 2.5));
 * comm.close();
 * Comm.onOpen("other.target", (opened, data) -> opened.send(data));   // opened by the front end
 * }</pre>
 */
public final class Comm {
  private final Comms comms;
  private final String id;
  private final String target;
  private volatile Consumer<Map<String, Object>> onMessage = data -> {};
  private volatile Runnable onClose = () -> {};

  Comm(Comms comms, String id, String target) {
    this.comms = comms;
    this.id = id;
    this.target = target;
  }

  /**
   * Opens a comm to what is registered under a target in the front end. Where nothing is, the front
   * end closes it.
   *
   * @throws NablaException if the data cannot be sent
   */
  public static Comm open(String target, Map<String, ?> data) {
    return Comms.current().open(UUID.randomUUID().toString(), target, data, Map.of());
  }

  /** From now on a comm that the front end opens under a target is given to {@code handler}. */
  public static void onOpen(String target, BiConsumer<Comm, Map<String, Object>> handler) {
    Comms.current().register(target, handler);
  }

  public String id() {
    return id;
  }

  public String target() {
    return target;
  }

  /** Whether neither side has closed it. */
  public boolean isOpen() {
    return comms.isOpen(this);
  }

  /**
   * Sends to the front end.
   *
   * @throws NablaException if the comm is closed or the data cannot be sent
   */
  public void send(Map<String, ?> data) {
    comms.send(this, data);
  }

  /** From now on what the front end sends is given to {@code handler}, as if a cell ran it. */
  public void onMessage(Consumer<Map<String, Object>> handler) {
    onMessage = handler;
  }

  /** Called when the front end closes the comm. */
  public void onClose(Runnable handler) {
    onClose = handler;
  }

  /** Closes both ends; does nothing if it is closed. */
  public void close() {
    comms.close(this);
  }

  void received(Map<String, Object> data) {
    onMessage.accept(data);
  }

  void closed() {
    onClose.run();
  }
}
