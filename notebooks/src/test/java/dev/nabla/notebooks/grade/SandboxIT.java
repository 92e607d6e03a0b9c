package dev.nabla.notebooks.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nabla.notebooks.run.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where bubblewrap works; elsewhere grading has to refuse. */
class SandboxIT {
  @TempDir Path folder;

  /** Root needs no namespace of users, which a machine may forbid. */
  private static boolean works() throws IOException, InterruptedException {
    boolean root = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    List<String> namespaces =
        root ? List.of("--unshare-pid", "--unshare-net") : List.of("--unshare-all");
    List<String> command = new ArrayList<>(List.of("bwrap"));
    command.addAll(namespaces);
    command.addAll(List.of("--ro-bind", "/", "/", "--proc", "/proc", "true"));
    Tool tried = run(command);
    return tried != null && tried.status() == 0;
  }

  /** Null where there is no such program. */
  private static Tool run(List<String> command) throws InterruptedException {
    try {
      return Tool.run(Path.of("/"), command);
    } catch (IOException notInstalled) {
      return null;
    }
  }

  private void refuses(List<String> inside, String why) throws Exception {
    Classroom room = new Classroom(folder);
    room.handIn("anna", Classroom.with("1"));
    List<String> command = new ArrayList<>(inside);
    command.addAll(
        Tool.command("grade", room.submissions(), "--source", room.source(), "-o", room.out()));

    Tool grade = Tool.run(folder, command);

    assertThat(grade.status()).isEqualTo(1);
    assertThat(grade.err()).matches("There is no sandbox: bwrap " + why + ".*--no-sandbox.*\\n");
    assertThat(room.out()).doesNotExist();
  }

  @Test
  void should_refuse_where_bubblewrap_is_not_installed() throws Exception {
    refuses(List.of("env", "PATH=/nowhere"), "is not installed\\.");
  }

  /** As in most containers: root, but not over namespaces. */
  @Test
  void should_refuse_where_bubblewrap_is_not_permitted() throws Exception {
    List<String> container =
        List.of("setpriv", "--bounding-set=-sys_admin", "--inh-caps=-sys_admin");
    List<String> inside = works() ? container : List.of();
    List<String> bubblewrap = new ArrayList<>(inside);
    bubblewrap.addAll(List.of("bwrap", "--ro-bind", "/", "/", "true"));
    Tool tried = run(bubblewrap);
    assumeTrue(
        tried != null && tried.err().startsWith("bwrap: "), "bubblewrap is missing or permitted");

    refuses(inside, "does not work here \\(bwrap: .+\\)\\.");
  }

  /** A cell that fails where it sees or does more than it may. */
  private static String look(Classroom room, Path mine) {
    return """
        var seen = new ArrayList<String>();
        String readable(String file) {
          try { return java.nio.file.Files.readString(java.nio.file.Path.of(file)); }
          catch (java.io.IOException e) { return ""; }
        }
        if (new java.io.File("%1$s").exists()) seen.add("source");
        if (new java.io.File("%2$s").delete()) seen.add("deleted");
        try { java.nio.file.Files.writeString(java.nio.file.Path.of("/usr/x"), "x"); seen.add("wrote"); }
        catch (java.io.IOException e) {}
        if (java.net.NetworkInterface.networkInterfaces().anyMatch(n -> !n.getName().equals("lo"))) seen.add("network");
        if (ProcessHandle.allProcesses().count() > 6) seen.add("processes");
        java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/free"), "x");
        if (readable("/proc/1/environ").contains("NABLA_WORKER")) seen.add("mark");
        if (!seen.isEmpty()) throw new RuntimeException("seen: " + seen);
        """
        .formatted(room.source(), mine);
  }

  @Test
  void should_keep_a_program_from_files_network_and_other_processes() throws Exception {
    assumeTrue(works());
    Classroom room = new Classroom(folder);
    Path mine = Files.writeString(folder.resolve("mine.txt"), "mine");
    room.handIn("spy", Classroom.with(look(room, mine)));
    room.handIn(
        "filler",
        Classroom.with(
            "java.nio.file.Files.write(java.nio.file.Path.of(\"/tmp/big\"), new byte[64 << 20]);"));
    // Few and short-lived, should the limit not hold.
    room.handIn(
        "bomb",
        Classroom.with(
            "new ProcessBuilder(\"sh\", \"-c\", \"for i in $(seq 60); do sleep 4 & done; wait\")"
                + ".start().waitFor();"));
    room.handIn("leaver", Classroom.with(Classroom.LEAVES_PROGRAMS));

    Tool grade = room.grade("--timeout", 15);

    assertThat(grade.err()).isEmpty();
    assertThat(room.notes("spy")).isEmpty();
    assertThat(room.notes("filler")).contains("No space left on device");
    assertThat(room.notes("bomb"))
        .isEqualTo("In a cell of your own: it started more than 32 programs; it was left out.\n");
    assertThat(room.notes("leaver")).isEmpty();
    for (String student : List.of("spy", "filler", "bomb", "leaver")) {
      assertThat(room.points(student)).as(student).isEqualTo(5);
    }
    assertThat(mine).exists();
  }

  /** Root and others get their sandbox in different ways. */
  @Test
  void should_do_the_same_for_who_is_not_root() throws Exception {
    List<String> nobody =
        List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    List<String> bubblewrap = new ArrayList<>(nobody);
    bubblewrap.addAll(List.of("bwrap", "--unshare-all", "--ro-bind", "/", "/"));
    bubblewrap.addAll(List.of("test", "-r", System.getProperty("nabla.jar")));
    Tool tried = run(bubblewrap);
    assumeTrue(tried != null && tried.status() == 0, "nobody else may use bubblewrap here");
    Classroom room = new Classroom(folder);
    Path mine = Files.writeString(folder.resolve("mine.txt"), "mine");
    room.handIn("spy", Classroom.with(look(room, mine)));
    room.handIn("leaver", Classroom.with(Classroom.LEAVES_PROGRAMS));
    List<String> command = new ArrayList<>(nobody);
    command.addAll(
        Tool.command("grade", room.submissions(), "--source", room.source(), "-o", room.out()));

    Tool grade = Tool.run(folder, command);

    assertThat(grade.err()).isEmpty();
    for (String student : List.of("spy", "leaver")) {
      assertThat(room.notes(student)).isEmpty();
      assertThat(room.points(student)).as(student).isEqualTo(5);
    }
    assertThat(mine).exists();
  }
}
