package dev.nabla.kernel.shell.advice;

import java.util.List;
import java.util.Map;

/** Classes that people use without knowing their package, and names they were taught elsewhere. */
final class CommonTypes {
  /** The usual types that need no import here: what a misspelled type is compared with. */
  static final List<String> NAMES =
      List.of(
          "String",
          "Integer",
          "Double",
          "Boolean",
          "Character",
          "Long",
          "Object",
          "Math",
          "System",
          "StringBuilder",
          "Iterable",
          "Runnable",
          "Thread",
          "Exception",
          "RuntimeException",
          "IllegalArgumentException",
          "List",
          "ArrayList",
          "Map",
          "HashMap",
          "TreeMap",
          "LinkedHashMap",
          "Set",
          "HashSet",
          "TreeSet",
          "Arrays",
          "Collections",
          "Random",
          "Scanner",
          "Optional",
          "Iterator",
          "Comparator",
          "Deque",
          "ArrayDeque",
          "LinkedList",
          "Objects",
          "Locale",
          "Stream",
          "IntStream",
          "DoubleStream",
          "Collectors",
          "Function",
          "Supplier",
          "Consumer",
          "Predicate",
          "BigInteger",
          "BigDecimal",
          "SimpleMatrix",
          "Network",
          "Forward",
          "Backward",
          "Activation",
          "Loss",
          "Graph",
          "Nabla");

  /** The types that are no classes. */
  static final List<String> PRIMITIVES =
      List.of("int", "double", "boolean", "char", "long", "float", "byte", "short", "void", "var");

  /** Simple name to package, for the classes that do need an import. */
  static final Map<String, String> PACKAGES =
      Map.ofEntries(
          Map.entry("Duration", "java.time"),
          Map.entry("Instant", "java.time"),
          Map.entry("LocalDate", "java.time"),
          Map.entry("LocalDateTime", "java.time"),
          Map.entry("DateTimeFormatter", "java.time.format"),
          Map.entry("ChronoUnit", "java.time.temporal"),
          Map.entry("Pattern", "java.util.regex"),
          Map.entry("Matcher", "java.util.regex"),
          Map.entry("DecimalFormat", "java.text"),
          Map.entry("NumberFormat", "java.text"),
          Map.entry("StandardCharsets", "java.nio.charset"),
          Map.entry("Files", "java.nio.file"),
          Map.entry("Path", "java.nio.file"),
          Map.entry("Paths", "java.nio.file"),
          Map.entry("URI", "java.net"),
          Map.entry("URL", "java.net"),
          Map.entry("HttpClient", "java.net.http"),
          Map.entry("HttpRequest", "java.net.http"),
          Map.entry("File", "java.io"),
          Map.entry("FileReader", "java.io"),
          Map.entry("BufferedReader", "java.io"),
          Map.entry("IOException", "java.io"),
          Map.entry("Color", "java.awt"),
          Map.entry("BufferedImage", "java.awt.image"),
          Map.entry("ImageIO", "javax.imageio"),
          Map.entry("ExecutorService", "java.util.concurrent"),
          Map.entry("Executors", "java.util.concurrent"),
          Map.entry("TimeUnit", "java.util.concurrent"),
          Map.entry("CompletableFuture", "java.util.concurrent"),
          Map.entry("ConcurrentHashMap", "java.util.concurrent"),
          Map.entry("AtomicInteger", "java.util.concurrent.atomic"),
          Map.entry("AtomicLong", "java.util.concurrent.atomic"),
          Map.entry("Method", "java.lang.reflect"),
          Map.entry("Field", "java.lang.reflect"),
          Map.entry("CommonOps_DDRM", "org.ejml.dense.row"),
          Map.entry("RandomMatrices_DDRM", "org.ejml.dense.row"),
          Map.entry("NormOps_DDRM", "org.ejml.dense.row"),
          Map.entry("DMatrixRMaj", "org.ejml.data"));

  private CommonTypes() {}
}
