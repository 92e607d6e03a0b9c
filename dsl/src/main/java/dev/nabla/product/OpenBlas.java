package dev.nabla.product;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;

/**
 * OpenBLAS, where this machine has it and this JVM may call it without a warning.
 *
 * <p>The foreign-function API is reached by reflection, since our classes also run on Java 17,
 * where it does not exist. Nothing of it is loaded before the first large product.
 */
final class OpenBlas {
  private static final int HAS_FOREIGN_FUNCTIONS = 22;
  private static final List<String> NAMES =
      List.of("libopenblas.so.0", System.mapLibraryName("openblas"));

  private static final int BY_ROWS = 101;
  private static final int PLAIN = 111;
  private static final int TRANSPOSED = 112;

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodHandle GEMM = find();

  private OpenBlas() {}

  static boolean found() {
    return GEMM != null;
  }

  /**
   * C = factor A B + kept C for some rows of C.
   *
   * @param from the first of these rows
   * @param C modified
   */
  static void multiply(
      Factors factors,
      int from,
      int rows,
      double factor,
      double[] A,
      double[] B,
      double kept,
      double[] C) {
    try {
      GEMM.invokeExact(
          BY_ROWS,
          factors.firstTransposed() ? TRANSPOSED : PLAIN,
          factors.secondTransposed() ? TRANSPOSED : PLAIN,
          rows,
          factors.columns(),
          factors.inner(),
          factor,
          A,
          (long) from * factors.firstRow() * Double.BYTES,
          factors.firstTransposed() ? factors.rows() : factors.inner(),
          B,
          factors.secondTransposed() ? factors.inner() : factors.columns(),
          kept,
          C,
          (long) from * factors.columns() * Double.BYTES,
          factors.columns());
    } catch (RuntimeException | Error e) {
      throw e; // such as what stops a cell
    } catch (Throwable e) {
      throw new IllegalStateException("OpenBLAS could not be called", e);
    }
  }

  /** The function behind {@link #multiply}, or null. */
  private static MethodHandle find() {
    if (Runtime.version().feature() < HAS_FOREIGN_FUNCTIONS) {
      return null;
    }
    try {
      boolean mayCall =
          (boolean)
              Module.class.getMethod("isNativeAccessEnabled").invoke(OpenBlas.class.getModule());
      Object library = mayCall ? library() : null;
      return library == null ? null : gemm(library);
    } catch (Throwable e) {
      // Whatever is wrong with a library that nobody needs, Java can multiply, too.
      return null;
    }
  }

  private static Object library() throws Throwable {
    Class<?> lookup = type("SymbolLookup");
    Class<?> arena = type("Arena");
    Object forEver = LOOKUP.findStatic(arena, "global", methodType(arena)).invoke();
    MethodHandle open =
        LOOKUP.findStatic(lookup, "libraryLookup", methodType(lookup, String.class, arena));
    for (String name : NAMES) {
      try {
        return open.invoke(name, forEver);
      } catch (IllegalArgumentException notThere) {
        // The next name, then.
      }
    }
    return null;
  }

  private static MethodHandle gemm(Object library) throws Throwable {
    if (System.getenv("OPENBLAS_NUM_THREADS") == null) {
      // Unless somebody has decided otherwise, one kernel takes one core.
      function(library, "openblas_set_num_threads", int.class).invoke(1);
    }
    Class<?> segment = type("MemorySegment");
    MethodHandle ofArray =
        LOOKUP.findStatic(segment, "ofArray", methodType(segment, double[].class));
    MethodHandle from =
        MethodHandles.filterArguments(
            LOOKUP.findVirtual(segment, "asSlice", methodType(segment, long.class)), 0, ofArray);
    Class<?> i = int.class;
    Class<?> d = double.class;
    MethodHandle gemm =
        function(
            library, "cblas_dgemm", i, i, i, i, i, i, d, segment, i, segment, i, d, segment, i);
    int a = 7;
    int b = 9;
    int c = 12;
    gemm = MethodHandles.collectArguments(gemm, c, from);
    gemm = MethodHandles.filterArguments(gemm, b, ofArray);
    return MethodHandles.collectArguments(gemm, a, from);
  }

  /** A C function without a result that may work on arrays of Java. */
  private static MethodHandle function(Object library, String name, Class<?>... parameters)
      throws Throwable {
    Class<?> linker = type("Linker");
    Class<?> option = type("Linker$Option");
    Class<?> segment = type("MemorySegment");
    Class<?> descriptor = type("FunctionDescriptor");
    Class<?> layouts = type("MemoryLayout").arrayType();
    Object[] layout = new Object[parameters.length];
    for (int i = 0; i < layout.length; i++) {
      layout[i] = layout(parameters[i]);
    }
    Object signature =
        LOOKUP
            .findStatic(descriptor, "ofVoid", methodType(descriptor, layouts))
            .invokeWithArguments(layout);
    Optional<?> symbol =
        (Optional<?>)
            LOOKUP
                .findVirtual(type("SymbolLookup"), "find", methodType(Optional.class, String.class))
                .invoke(library, name);
    Object onHeap =
        LOOKUP.findStatic(option, "critical", methodType(option, boolean.class)).invoke(true);
    return (MethodHandle)
        LOOKUP
            .findVirtual(
                linker,
                "downcallHandle",
                methodType(MethodHandle.class, segment, descriptor, option.arrayType()))
            .invokeWithArguments(
                LOOKUP.findStatic(linker, "nativeLinker", methodType(linker)).invoke(),
                symbol.orElseThrow(),
                signature,
                onHeap);
  }

  private static Object layout(Class<?> parameter) throws ReflectiveOperationException {
    String name =
        parameter == int.class ? "JAVA_INT" : parameter == double.class ? "JAVA_DOUBLE" : "ADDRESS";
    return type("ValueLayout").getField(name).get(null);
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName("java.lang.foreign." + name);
  }
}
