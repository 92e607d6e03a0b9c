package dev.nabla.kernel.shell;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The few words of the foreign-function API that we need, as method handles: our classes also run
 * on Java 17, where it does not exist. Addresses are plain longs.
 */
final class Foreign {
  /** What C calls back: four longs, no result. */
  static final MethodType CALLBACK_TYPE =
      methodType(void.class, long.class, long.class, long.class, long.class);

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private final Class<?> segment = type("MemorySegment");
  private final Class<?> arena = type("Arena");
  private final Class<?> longLayout = type("ValueLayout$OfLong");
  private final Class<?> byteLayout = type("ValueLayout$OfByte");
  private final Object global;
  private final MethodHandle allocate;
  private final MethodHandle read;
  private final MethodHandle write;
  private final MethodHandle readByte;
  private final MethodHandle writeByte;
  private final MethodHandle call;
  private final Object signature;

  Foreign() {
    try {
      global = LOOKUP.findStatic(arena, "global", methodType(arena)).invoke();
      MethodHandle address = LOOKUP.findVirtual(segment, "address", methodType(long.class));
      MethodHandle ofAddress =
          LOOKUP.findStatic(segment, "ofAddress", methodType(segment, long.class));
      Object all =
          LOOKUP
              .findVirtual(segment, "reinterpret", methodType(segment, long.class))
              .invoke(ofAddress.invoke(0L), Long.MAX_VALUE);
      allocate =
          MethodHandles.filterReturnValue(
              LOOKUP
                  .findVirtual(arena, "allocate", methodType(segment, long.class, long.class))
                  .bindTo(global),
              address);
      Object longs = type("ValueLayout").getField("JAVA_LONG").get(null);
      Object bytes = type("ValueLayout").getField("JAVA_BYTE").get(null);
      read = memory("get", methodType(long.class, longLayout, long.class), all, longs);
      write = memory("set", methodType(void.class, longLayout, long.class, long.class), all, longs);
      readByte = memory("get", methodType(byte.class, byteLayout, long.class), all, bytes);
      writeByte =
          memory("set", methodType(void.class, byteLayout, long.class, byte.class), all, bytes);
      signature = signature("of", longs, longs, longs, longs, longs);
      call = MethodHandles.filterArguments(downcall(), 0, ofAddress);
    } catch (Throwable e) {
      throw new IllegalStateException("this JVM has no foreign-function API", e);
    }
  }

  /** Zeroed memory that is never freed. */
  long allocate(long bytes) {
    try {
      return (long) allocate.invokeExact(bytes, 8L);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** An ASCII text as C has it, never freed. */
  long text(String words) {
    byte[] ascii = words.getBytes(StandardCharsets.US_ASCII);
    long at = allocate(ascii.length + 1L);
    try {
      for (int i = 0; i < ascii.length; i++) {
        writeByte.invokeExact(at + i, ascii[i]);
      }
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
    return at;
  }

  long read(long address) {
    try {
      return (long) read.invokeExact(address);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  void write(long address, long value) {
    try {
      write.invokeExact(address, value);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the C text at an address begins so. */
  boolean startsWith(long address, String words) {
    byte[] ascii = words.getBytes(StandardCharsets.US_ASCII);
    try {
      for (int i = 0; i < ascii.length; i++) {
        if ((byte) readByte.invokeExact(address + i) != ascii[i]) {
          return false;
        }
      }
      return true;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Calls the C function at an address. Pointers and ints travel as longs; a function that takes
   * fewer parameters ignores the rest.
   */
  long call(long function, long a, long b, long c, long d) {
    try {
      return (long) call.invokeExact(function, a, b, c, d);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** The address of a symbol of a library. */
  long symbol(Path library, String name) {
    try {
      Class<?> lookup = type("SymbolLookup");
      Object symbols =
          LOOKUP
              .findStatic(lookup, "libraryLookup", methodType(lookup, Path.class, arena))
              .invoke(library, global);
      Optional<?> found =
          (Optional<?>)
              LOOKUP
                  .findVirtual(lookup, "find", methodType(Optional.class, String.class))
                  .invoke(symbols, name);
      return (long)
          LOOKUP
              .findVirtual(segment, "address", methodType(long.class))
              .invoke(found.orElseThrow());
    } catch (Throwable e) {
      throw new IllegalStateException("there is no " + name + " in " + library, e);
    }
  }

  private MethodHandle memory(String name, MethodType type, Object all, Object layout)
      throws ReflectiveOperationException {
    MethodHandle access = LOOKUP.findVirtual(segment, name, type).bindTo(all);
    return MethodHandles.insertArguments(access, 0, layout);
  }

  /** The address of a C function that calls {@code target}, of {@link #CALLBACK_TYPE}. */
  long callback(MethodHandle target) {
    try {
      Object longs = type("ValueLayout").getField("JAVA_LONG").get(null);
      Object nothing = signature("ofVoid", longs, longs, longs, longs);
      Class<?> linker = type("Linker");
      Object stub =
          LOOKUP
              .findVirtual(
                  linker,
                  "upcallStub",
                  methodType(
                      segment,
                      MethodHandle.class,
                      type("FunctionDescriptor"),
                      arena,
                      type("Linker$Option").arrayType()))
              .invokeWithArguments(nativeLinker(), target, nothing, global);
      return (long) LOOKUP.findVirtual(segment, "address", methodType(long.class)).invoke(stub);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private MethodHandle downcall() throws Throwable {
    Class<?> descriptor = type("FunctionDescriptor");
    Class<?> options = type("Linker$Option").arrayType();
    return (MethodHandle)
        LOOKUP
            .findVirtual(
                type("Linker"),
                "downcallHandle",
                methodType(MethodHandle.class, descriptor, options))
            .invokeWithArguments(nativeLinker(), signature);
  }

  private static Object signature(String kind, Object... layouts) throws Throwable {
    Class<?> layout = type("MemoryLayout");
    Class<?> descriptor = type("FunctionDescriptor");
    boolean hasResult = kind.equals("of");
    MethodHandle maker =
        LOOKUP.findStatic(
            descriptor,
            kind,
            hasResult
                ? methodType(descriptor, layout, layout.arrayType())
                : methodType(descriptor, layout.arrayType()));
    return maker.invokeWithArguments(layouts);
  }

  private static Object nativeLinker() throws Throwable {
    Class<?> linker = type("Linker");
    return LOOKUP.findStatic(linker, "nativeLinker", methodType(linker)).invoke();
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName("java.lang.foreign." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("this JVM has no foreign-function API", e);
    }
  }
}
