package dev.nabla.kernel.magic;

import dev.nabla.display.Notation;
import dev.nabla.display.Screen;
import dev.nabla.display.Screen.Shown;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import java.util.Locale;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;

/** Shows how downloads go on, in one line that changes, and stops them on request. */
final class Downloads extends AbstractTransferListener {
  private static final long PAUSE_NANOS = 100_000_000;

  private Shown shown;
  private long lastShown;
  private int files;
  private long bytes;
  private boolean cancelled;

  @Override
  public synchronized void transferStarted(TransferEvent event) throws TransferCancelledException {
    progress(event);
  }

  @Override
  public synchronized void transferProgressed(TransferEvent event)
      throws TransferCancelledException {
    progress(event);
  }

  @Override
  public synchronized void transferSucceeded(TransferEvent event) {
    files++;
    bytes += event.getTransferredBytes();
  }

  /** From now on no download goes on. */
  synchronized void cancel() {
    cancelled = true;
  }

  /** Says what was downloaded, if anything was. */
  synchronized void end() {
    if (files > 0) {
      show("Downloaded " + (files == 1 ? "1 file, " : files + " files, ") + size(bytes) + ".");
    }
  }

  private void progress(TransferEvent event) throws TransferCancelledException {
    if (cancelled) {
      throw new TransferCancelledException("the cell was interrupted");
    }
    long now = System.nanoTime();
    if (Screen.current().isLive() && now - lastShown > PAUSE_NANOS) {
      lastShown = now;
      String name = event.getResource().getResourceName().replaceFirst(".*/", "");
      long total = event.getResource().getContentLength();
      String part = size(event.getTransferredBytes()) + (total > 0 ? " of " + size(total) : "");
      show("Downloading " + name + ": " + part + "; " + files + " files are here.");
    }
  }

  private void show(String words) {
    Showable line = () -> new View.Line(Notation.of(words));
    if (shown == null) {
      shown = Screen.current().show(line);
    } else {
      shown.update(line);
    }
  }

  private static String size(long bytes) {
    return bytes < 1_000_000
        ? Math.max(1, Math.round(bytes / 1e3)) + " kB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
