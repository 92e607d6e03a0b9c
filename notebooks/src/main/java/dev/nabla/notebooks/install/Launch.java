package dev.nabla.notebooks.install;

import dev.nabla.message.NablaException;
import dev.nabla.notebooks.Main;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How Jupyter starts a kernel on one JDK: the command of {@code kernel.json}.
 *
 * <p>The start-up archive holds the kernel's classes already parsed and linked. One that is missing
 * or made for another jar or JDK is silently left unused ({@code -Xlog:disable}), and a JDK that
 * does not know its flag starts all the same ({@code -XX:+IgnoreUnrecognizedVMOptions}): people do
 * change the JDK behind a link. Its bytes are trusted, because a checksum at every start ({@code
 * -XX:+VerifySharedSpaces}) would cost a tenth of a second; {@code nabla doctor} makes it.
 *
 * <p>Mapped where it was made for, its pages stay the file's and are shared by all kernels of a
 * machine ({@code -XX:ArchiveRelocationMode=0}). The heap begins small and grows by need: touching
 * memory for the first time costs more than collecting early. And the JIT compiler waits three
 * times as long as by default before it compiles a method, since it wants the core that the first
 * cell needs.
 */
public record Launch(Jdk jdk) {
  private static final int KNOWS_AOT_CACHE = 25;
  private static final int UTF_8_IS_DEFAULT = 18;

  private static final List<String> FLAGS =
      List.of(
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:ArchiveRelocationMode=0",
          "-XX:+UseSerialGC",
          "-XX:NewSize=16m",
          "-Xms48m",
          "-XX:Tier3InvocationThreshold=600",
          "-XX:Tier3MinInvocationThreshold=300",
          "-XX:Tier3CompileThreshold=6000",
          "-XX:-UsePerfData",
          "-Xlog:disable");

  /** What the JIT compiler learned in the lesson makes it compile too much, too early. */
  private static final List<String> AOT_FLAGS =
      List.of("-XX:-AOTRecordTraining", "-XX:-AOTReplayTraining");

  /**
   * Cells come first where there is a core too few; a user may give threads less than their share,
   * of which HotSpot warns. Its numbers are those of Linux.
   */
  private static final List<String> JIT_BEHIND_CELLS =
      List.of("-XX:ThreadPriorityPolicy=1", "-XX:CompilerThreadPriority=5", "-XX:-PrintWarnings");

  static final String JAR = "nabla.jar";

  /**
   * The command that starts a kernel of the very jar and JDK that run now.
   *
   * @throws NablaException if no jar runs now, but loose classes
   */
  public static List<String> ofThisJar(Path connectionFile) throws IOException {
    Path jar = KernelFolder.runningJar();
    String feature = String.valueOf(Runtime.version().feature());
    Launch launch = new Launch(new Jdk(Path.of(System.getProperty("java.home")), feature));
    List<String> command = launch.kernel(jar.getParent(), connectionFile.toString());
    command.set(command.indexOf("-jar") + 1, jar.toString());
    return command;
  }

  /** The archive's file name. */
  String archive() {
    return aot() ? "nabla.aot" : "nabla.jsa";
  }

  /**
   * The command that starts a kernel.
   *
   * @param folder the kernel's folder
   * @param connectionFile a path, or Jupyter's {@code {connection_file}}
   */
  List<String> kernel(Path folder, String connectionFile) {
    String use = aot() ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=";
    return command(use + folder.resolve(archive()), folder, "kernel", connectionFile);
  }

  /** The same JVM, which gives itself a lesson and writes what that loaded into the given file. */
  List<String> training(Path archive, Path folder) {
    String make = aot() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=";
    return command(make + archive, folder, Main.LESSON);
  }

  private List<String> command(String archiveFlag, Path folder, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(jdk.java().toString());
    command.addAll(FLAGS);
    if (aot()) {
      command.addAll(AOT_FLAGS);
    }
    if (System.getProperty("os.name").equals("Linux")) {
      command.addAll(JIT_BEHIND_CELLS);
    }
    command.add(archiveFlag);
    if (jdk.feature() < UTF_8_IS_DEFAULT) {
      command.add("-Dfile.encoding=UTF-8");
    }
    command.add("-jar");
    command.add(folder.resolve(JAR).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private boolean aot() {
    return jdk.feature() >= KNOWS_AOT_CACHE;
  }
}
