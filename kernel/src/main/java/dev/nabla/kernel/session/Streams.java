package dev.nabla.kernel.session;

import dev.nabla.kernel.shell.Owner;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Makes System.out and System.err print to the cell that owns the printing thread, and System.in
 * ask the front end. Threads of the kernel itself print to its terminal.
 */
final class Streams {
  private final PrintStream out;
  private final PrintStream err;
  private final Input in;

  Streams(Input in) {
    this.in = in;
    out = redirected("stdout", System.out);
    err = redirected("stderr", System.err);
  }

  /** Puts our streams in place, also after a cell has put others there; nothing is read yet. */
  void begin() {
    in.clear();
    if (System.out != out) {
      System.setOut(out);
    }
    if (System.err != err) {
      System.setErr(err);
    }
    if (System.in != in) {
      System.setIn(in);
    }
  }

  private static PrintStream redirected(String name, PrintStream terminal) {
    return new PrintStream(new Redirect(name, terminal), false, StandardCharsets.UTF_8);
  }

  /** Bytes to text; the bytes of a character that was cut in two wait for the next call. */
  private static final class Redirect extends OutputStream {
    private static final byte[] NONE = {};

    private final String name;
    private final PrintStream terminal;
    private final ThreadLocal<byte[]> cut = ThreadLocal.withInitial(() -> NONE);

    Redirect(String name, PrintStream terminal) {
      this.name = name;
      this.terminal = terminal;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      Owner owner = Owner.current();
      if (owner == null) {
        terminal.write(bytes, offset, length);
        return;
      }
      byte[] all = bytes;
      int from = offset;
      int to = offset + length;
      byte[] before = cut.get();
      if (before.length > 0) {
        all = Arrays.copyOf(before, before.length + length);
        System.arraycopy(bytes, offset, all, before.length, length);
        from = 0;
        to = all.length;
      }
      int whole = wholeCharacters(all, from, to);
      if (whole < to || before.length > 0) {
        cut.set(whole < to ? Arrays.copyOfRange(all, whole, to) : NONE);
      }
      if (whole > from) {
        String text = new String(all, from, whole - from, StandardCharsets.UTF_8);
        ((Request) owner.tag()).output().print(name, text);
      }
    }

    /** Where the last whole UTF-8 character of the range ends. */
    private static int wholeCharacters(byte[] bytes, int from, int to) {
      for (int back = 1; back <= 3 && to - back >= from; back++) {
        int b = bytes[to - back] & 0xff;
        if (b < 0x80) {
          return to;
        }
        if (b >= 0xc0) {
          int needed = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2;
          return needed > back ? to - back : to;
        }
      }
      return to;
    }
  }
}
