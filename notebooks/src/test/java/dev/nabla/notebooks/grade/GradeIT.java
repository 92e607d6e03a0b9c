package dev.nabla.notebooks.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.nabla.notebooks.model.Cell;
import dev.nabla.notebooks.model.Notebook;
import dev.nabla.notebooks.model.NotebookFile;
import dev.nabla.notebooks.release.StudentVersion;
import dev.nabla.notebooks.run.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradeIT {
  @TempDir Path folder;
  private Classroom room;

  @BeforeEach
  void open() throws IOException {
    room = new Classroom(folder);
  }

  private static Map<String, String> but(String name, String code) {
    Map<String, String> answers = new HashMap<>(Classroom.quoted(Classroom.RIGHT));
    answers.put(name, code);
    return answers;
  }

  @Test
  void should_grade_work_and_give_it_back() throws Exception {
    room.handIn("Jürgen Groß", Classroom.work(Classroom.computed()));
    room.handIn("anna", Classroom.explained(Classroom.work(but("dW1", "\"3.5 10.5; 7 21\""))));
    room.handIn("bob", Classroom.work(Map.of()));
    room.handIn("cleo", Classroom.work(but("dW2", "List.of(1)")));
    room.handIn("dora", Classroom.work(but("S1", "nowhere")));
    Files.writeString(room.submissions().resolve("anna/timestamp.txt"), "2026-11-20 12:00 UTC\n");

    Tool grade = room.grade("--no-sandbox", "--csv", folder.resolve("my grades.csv"));

    assertThat(grade.err()).isEmpty();
    assertThat(grade.status()).isZero();
    assertThat(grade.out()).contains("anna: 3 of 7", "bob: 0 of 7", "5 graded");
    assertThat(folder.resolve("my grades.csv"))
        .content()
        .contains(
            "sheet 1,,2026-11-20 12:00 UTC,anna,,,,3.0,0.0,3.0,7.0\n",
            "sheet 1,,,Jürgen Groß,,,,5.0,0.0,5.0,7.0\n");
    assertThat(room.out().resolve("checks.csv"))
        .content()
        .contains(
            "sheet 1,anna,2 dW1,0.0,2.0,wrong,transposed\n",
            "sheet 1,anna,2 S1,1.0,1.0,right,right\n",
            "sheet 1,anna,why,,2.0,by-hand,by-hand\n",
            "sheet 1,bob,2 dW1,0.0,2.0,empty,empty\n",
            "sheet 1,cleo,2 dW2,0.0,2.0,unreadable,unreadable\n",
            "sheet 1,dora,2 S1,0.0,1.0,missing,missing\n");
    assertThat(room.out().resolve("feedback/anna.html"))
        .content()
        .contains("3 of 7 points", "up to 2 more", "3.5 10.5; 7 21", "transpose", "default-src")
        .doesNotContain("check(", "3.5 7; 10.5 21", "<script");
  }

  @Test
  void should_survive_whatever_a_cell_does() throws Exception {
    Map<String, String> cells = new TreeMap<>();
    cells.put("loop", "while (true) {}");
    cells.put("exit", "System.exit(0);");
    cells.put(
        "kill",
        "new ProcessBuilder(\"sh\", \"-c\", \"kill -9 \" + ProcessHandle.current().pid())"
            + ".start().waitFor(); Thread.sleep(5000);");
    cells.put(
        "forks",
        "for (int i = 0; i < 60; i++) new ProcessBuilder(\"sleep\", \"30\").start();"
            + " Thread.sleep(2500);");
    cells.put(
        "heap", "var all = new ArrayList<long[]>(); while (true) all.add(new long[1 << 20]);");
    cells.put("print", "while (true) System.out.println(\"x\".repeat(10000));");
    cells.put(
        "noise",
        "var raw = new java.io.FileOutputStream(java.io.FileDescriptor.out);"
            + " for (int i = 0; i < 600; i++) raw.write(new byte[100000]);");
    cells.put("stderr", "for (int i = 0; i < 100000; i++) System.err.println(\"no\");");
    cells.put("thread", "new Thread(() -> { while (true) {} }).start();");
    cells.put("deep", "int down(int n) { return down(n + 1) + 1; } down(0)");
    for (Map.Entry<String, String> each : cells.entrySet()) {
      room.handIn(each.getKey(), Classroom.with(each.getValue()));
    }

    Tool grade = room.grade("--no-sandbox", "--timeout", 15, "--notebook-timeout", 200);

    assertThat(grade.status()).isZero();
    for (String student : cells.keySet()) {
      assertThat(room.points(student)).as(student).isEqualTo(5);
    }
    assertThat(room.notes("loop")).isEqualTo("In a cell of your own: stopped after 15 s\n");
    assertThat(room.notes("kill")).contains("it ended the kernel; it was left out.");
    assertThat(room.notes("forks")).contains("it started more than 32 programs");
    assertThat(room.notes("noise")).contains("it wrote more than 32 MB to its terminal");
    assertThat(room.notes("stderr") + room.notes("thread")).isEmpty();
  }

  @Test
  void should_end_what_a_cell_leaves_running() throws Exception {
    room.handIn("leaver", Classroom.with(Classroom.LEAVES_PROGRAMS));

    assertThat(room.grade("--no-sandbox").status()).isZero();

    assertThat(room.notes("leaver")).isEmpty();
    assertThat(room.points("leaver")).isEqualTo(5);
  }

  /** Two cells come in front of the first question; the class has what was released before. */
  @Test
  void should_give_the_same_points_when_a_source_without_ids_has_changed() throws Exception {
    String sheet =
        """
        // %% [markdown]
        // # Sheet
        // %%
        var net = net().layer(matrix("1 2; -1 1"), relu).layer(row(1, 3)).loss(squaredError.half().mean());
        var X = matrix("1 1; 2 -1");
        exercise("2", net.forward(X).backward(row(1, 2)))
        // %%
        var S1 = "5 -1; 1 -2";   // ANSWER 2-S1 points=1
        check("2 S1", S1)
        // %% [markdown]
        // Why?
        //
        // <!-- ANSWER why points=2 -->
        // Because.
        """;
    Path source = Files.writeString(folder.resolve("s.jsh"), sheet);
    Notebook released = StudentVersion.of(NotebookFile.read(source), false);
    List<Cell> cells = new ArrayList<>(released.cells());
    cells.replaceAll(
        cell ->
            cell.source().startsWith("var S1")
                ? cell.withSource("var S1 = \"5 -1; 1 -2\";")
                : cell);
    room.handIn("ada", released.with(cells));
    Files.writeString(
        source,
        sheet.replaceFirst(
            "// %%\n", "// %%\nvar first = 1;\n// %% [markdown]\n// More.\n// %%\n"));

    Tool grade =
        Tool.nabla(
            folder,
            "grade",
            room.submissions(),
            "--source",
            source,
            "-o",
            room.out(),
            "--no-sandbox");

    assertThat(grade.err()).isEmpty();
    assertThat(room.points("ada")).isEqualTo(1);
    assertThat(room.tags("ada")).containsExactly("right", "empty");
    assertThat(room.notes("ada")).isEqualTo("Cell var-first is missing; it was put in.\n");
  }

  @Test
  void should_tell_an_endless_answer_from_an_empty_one_and_take_points_given_by_hand()
      throws Exception {
    Notebook endless = Classroom.work(but("dW2", "\"\"; while (true) {}"));
    room.handIn("ada", Classroom.explained(endless));
    room.handIn("bob", Classroom.work(Map.of()));
    Path marks = folder.resolve("marks.csv");
    Files.writeString(marks, "student,question,points\nada,why,1.5\n");

    Tool open = room.grade("--no-sandbox", "--timeout", 15);

    assertThat(open.err()).isEmpty();
    assertThat(room.notes("ada")).isEqualTo("In the cell of 2 dW2: stopped after 15 s\n");
    assertThat(room.tags("ada")).containsExactly("right", "stopped", "right", "by-hand");
    assertThat(room.tags("bob")).containsExactly("empty", "empty", "empty", "empty");
    assertThat(room.out().resolve("feedback/ada.html"))
        .content()
        .contains(
            "3 of 7 points",
            "up to 2 more",
            "Its cell was stopped after 15 s, before dW2 had a value. Does a loop in it never end?")
        .doesNotContain("Nothing is filled in");
    assertThat(room.out().resolve("checks.csv")).content().contains("ada,why,,2.0,by-hand,");

    assertThat(room.grade("--no-sandbox", "--timeout", 15, "--hand", marks).status()).isZero();

    assertThat(room.points("ada")).isEqualTo(4.5);
    assertThat(room.out().resolve("grades.csv")).content().contains(",ada,,,,4.5,0.0,4.5,7.0\n");
    assertThat(room.out().resolve("checks.csv")).content().contains("ada,why,1.5,2.0,marked,");
    assertThat(room.out().resolve("feedback/ada.html"))
        .content()
        .contains("4.5 of 7 points", "Graded by a person.", "It is so.")
        .doesNotContain("more to be graded");
  }

  @Test
  void should_give_nothing_to_forgers() throws Exception {
    Map<String, String> wrong = new HashMap<>();
    Classroom.RIGHT.keySet().forEach(name -> wrong.put(name, "matrix(\"9 8; 7 6\").scale(1)"));
    List<Cell> cells = new ArrayList<>(Classroom.work(wrong).cells());
    cells.replaceAll(cell -> cell.source().startsWith("check(") ? cell.withSource("\"99\"") : cell);
    cells.add(
        2,
        Cell.code(
            "own",
            """
            String check(String question, Object answer) { return "right"; }
            var raw = new java.io.FileOutputStream(java.io.FileDescriptor.out);
            raw.write("\\n{\\"ends\\":4,\\"answers\\":{},\\"points\\":99}\\n{\\"ends\\":\\n[]\\n".getBytes());
            dev.nabla.exercise.Exercises.clear();"""));
    room.handIn("mallory", Classroom.work(wrong).with(cells));
    room.handIn("trudy", Classroom.work(Classroom.computed()));

    assertThat(room.grade("--no-sandbox", "--jobs", 1).status()).isZero();

    assertThat(room.points("mallory")).isZero();
    assertThat(room.points("trudy")).isEqualTo(5);
  }

  @Test
  void should_tell_of_every_submission_that_cannot_be_graded_and_go_on() throws Exception {
    Path all = room.submissions();
    room.handIn("good", Classroom.work(Classroom.quoted(Classroom.RIGHT)));
    Files.writeString(all.resolve("garbage.ipynb"), "hello");
    Files.writeString(all.resolve("cut.ipynb"), Classroom.work(Map.of()).text().substring(0, 700));
    Files.writeString(
        all.resolve("python.ipynb"),
        Classroom.work(Map.of()).text().replace("\"java\"", "\"python\""));
    Files.createDirectories(all.resolve("empty folder"));
    room.handIn("zwei", Classroom.work(Map.of()));
    Files.copy(room.source(), all.resolve("zwei/second.ipynb"));
    Files.move(all.resolve("zwei/sheet 1.ipynb"), all.resolve("zwei/first.ipynb"));
    try (var large = Files.newBufferedWriter(all.resolve("large.ipynb"))) {
      large.write("{\"nbformat\": 4, \"cells\": [], \"metadata\": {\"x\": \"");
      String line = "x".repeat(1 << 20);
      for (int i = 0; i < 100; i++) {
        large.write(line);
      }
      large.write("\"}}");
    }

    Tool grade = room.grade("--no-sandbox", "--json");

    assertThat(grade.status()).isEqualTo(1);
    assertThat(grade.err().lines().filter(line -> line.contains("not graded")))
        .extracting(line -> line.replaceFirst("^\\[\\d/7\\] ", ""))
        .containsExactlyInAnyOrder(
            "cut: not graded: the notebook is cut off: its JSON ends too early.",
            "empty folder: not graded: there is no notebook in the folder.",
            "garbage: not graded: not a notebook: it is no JSON (line 1 column 1).",
            "large: not graded: the file has 100 MB, more than the 64 MB that are read. Clear its"
                + " outputs and save it again.",
            "python: not graded: this notebook is written for a kernel of python, not of java."
                + " Choose the kernel Java (Nabla) in it and save it.",
            "zwei: not graded: there are 2 notebooks: zwei/first.ipynb, zwei/second.ipynb. Keep"
                + " the one that counts.");
    JsonObject json = JsonParser.parseString(grade.out()).getAsJsonObject();
    assertThat(json.get("graded").getAsInt()).isEqualTo(1);
    assertThat(json.get("failed").getAsInt()).isEqualTo(6);
    assertThat(room.out().resolve("grades.csv"))
        .content()
        .contains(",good,,,,5.0,", ",cut,,,,,0.0,,7.0");
    assertThat(room.out().resolve("checks.csv")).content().contains("cut,,,7.0,not-graded,");
  }

  @Test
  void should_go_on_where_it_was_and_give_the_same_bytes() throws Exception {
    for (int i = 0; i < 6; i++) {
      room.handIn("s" + i, Classroom.work(i % 2 == 0 ? Classroom.computed() : but("S1", "\"1\"")));
    }
    assertThat(room.grade("--no-sandbox").status()).isZero();
    Map<String, String> once = bytes(room.out());
    Files.delete(room.out().resolve("results/s1.json"));
    Files.delete(room.out().resolve("feedback/s2.html"));
    var kept = Files.getLastModifiedTime(room.out().resolve("results/s0.json"));
    room.handIn("s3", Classroom.work(but("S1", "\"5 -1; 1 -2\"")));

    assertThat(room.grade("--no-sandbox", "--jobs", 3).status()).isZero();

    assertThat(Files.getLastModifiedTime(room.out().resolve("results/s0.json"))).isEqualTo(kept);
    assertThat(room.points("s3")).isEqualTo(5);
    room.handIn("s3", Classroom.work(but("S1", "\"1\"")));
    for (int i = 1; i <= 3; i++) {
      Tool part =
          Tool.nabla(
              folder,
              "grade",
              room.submissions(),
              "--source",
              room.source(),
              "-o",
              folder.resolve("part" + i),
              "--shard",
              i + "/3",
              "--no-sandbox");
      assertThat(part.status()).isZero();
    }
    Tool merged =
        Tool.nabla(
            folder,
            "grade",
            "--merge",
            folder.resolve("part3"),
            folder.resolve("part1"),
            folder.resolve("part2"),
            "-o",
            folder.resolve("merged"));
    assertThat(merged.err()).isEmpty();
    assertThat(bytes(folder.resolve("merged"))).isEqualTo(once);
  }

  @Test
  void should_tell_of_a_full_disk_and_go_on() throws Exception {
    List<String> inPrivate = List.of("unshare", "--mount", "--map-root-user", "sh", "-c");
    List<String> mount = new ArrayList<>(inPrivate);
    mount.add("mount -t tmpfs none '" + folder + "'");
    assumeTrue(Tool.run(folder, mount).status() == 0, "may not mount a small disk");
    for (String student : List.of("a", "b", "c")) {
      room.handIn(student, Classroom.work(Classroom.quoted(Classroom.RIGHT)));
    }
    Files.createDirectories(room.out());
    // Three pages: one student's grade with its page, and a half of the next one's.
    List<String> grade = new ArrayList<>(inPrivate);
    grade.add(
        "mount -t tmpfs -o size=12k none '%s' && exec '%s/bin/java' -jar '%s' grade '%s' --source '%s' -o '%s' --jobs 1 --no-sandbox"
            .formatted(
                room.out(),
                System.getProperty("java.home"),
                System.getProperty("nabla.jar"),
                room.submissions(),
                room.source(),
                room.out()));

    Tool full = Tool.run(folder, grade);

    assertThat(full.status()).isEqualTo(1);
    assertThat(full.out()).contains("a: 5 of 7", "1 graded, 2 not");
    assertThat(full.err().lines())
        .containsExactly(
            "b: " + room.out() + "/results/b.json: No space left on device.",
            "c: " + room.out() + "/feedback/c.html: No space left on device.",
            room.out() + "/grades.csv: No space left on device.");
  }

  private static Map<String, String> bytes(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  @Test
  void should_say_what_cannot_be_written_and_go_on() throws Exception {
    room.handIn("a", Classroom.work(Classroom.quoted(Classroom.RIGHT)));
    room.handIn("b", Classroom.work(Classroom.quoted(Classroom.RIGHT)));
    Files.createDirectories(room.out().resolve("results/a.json/full"));

    Tool grade = room.grade("--no-sandbox");

    assertThat(grade.status()).isEqualTo(1);
    assertThat(grade.err()).contains("a: ").contains("a.json");
    assertThat(grade.out()).contains("1 graded, 1 not");
    assertThat(room.points("b")).isEqualTo(5);
  }

  @Test
  void should_find_the_mistakes_that_were_planted() throws Exception {
    Map<String, String> mistakes =
        Map.of(
            "transposed", "3.5 10.5; 7 21",
            "mean-forgotten", "7 14; 21 42",
            "slope-forgotten", "2.5 8; 7.5 24",
            "right", "3.5 7; 10.5 21",
            "empty", "");
    List<String> tags = mistakes.keySet().stream().sorted().toList();
    Random random = new Random(30);
    Map<String, Integer> planted = new TreeMap<>();
    for (int i = 0; i < 30; i++) {
      String tag = tags.get(random.nextInt(tags.size()));
      planted.merge(tag, 1, Integer::sum);
      if (tag.equals("mean-forgotten")) {
        // With two examples the factor may be that of the half as well: both are told.
        planted.merge("half-forgotten", 1, Integer::sum);
      }
      room.handIn("s" + i, Classroom.work(but("dW1", '"' + mistakes.get(tag) + '"')));
    }
    assertThat(room.grade("--no-sandbox").status()).isZero();

    Tool stats =
        Tool.nabla(folder, "stats", room.out(), "--json", "--html", folder.resolve("class.html"));

    JsonObject question =
        JsonParser.parseString(stats.out())
            .getAsJsonObject()
            .getAsJsonArray("questions")
            .get(2)
            .getAsJsonObject();
    Map<String, Integer> found = new TreeMap<>();
    question
        .getAsJsonObject("mistakes")
        .entrySet()
        .forEach(each -> found.put(each.getKey(), each.getValue().getAsInt()));
    found.put("right", question.get("right").getAsInt());
    found.put("empty", question.get("empty").getAsInt());
    assertThat(found).isEqualTo(planted);
    assertThat(folder.resolve("class.html"))
        .content()
        .contains("30 students", "<span class=\"wrong\"", "transposed");
  }

  @Test
  void should_grade_sealed_work_and_run_hidden_tests() throws Exception {
    Notebook sheet =
        Notebook.of(
            List.of(
                Classroom.sheet().cells().get(1),
                Classroom.sheet().cells().get(2),
                Classroom.answer("S1", 1, ""),
                Classroom.answer(
                    "dW2",
                    2,
                    "\n// BEGIN HIDDEN TESTS\n"
                        + "if ((Object) dW2 instanceof String) throw new RuntimeException();\n"
                        + "// END HIDDEN TESTS")));
    NotebookFile.write(room.source(), sheet);
    Notebook sealed = StudentVersion.of(sheet, true);
    assertThat(sealed.text()).contains("receipt(").doesNotContain("exercise(", "17.5");
    for (String form : List.of("\"17.5 3.5\"", "matrix(\"17.5 3.5\")")) {
      List<Cell> cells = new ArrayList<>(sealed.cells());
      cells.replaceAll(
          cell ->
              cell.source().startsWith("var dW2")
                  ? cell.withSource("var dW2 = " + form + ";")
                  : cell);
      room.handIn(form.startsWith("m") ? "matrix" : "text", sealed.with(cells));
    }

    assertThat(room.grade("--no-sandbox", "--sealed").status()).isZero();

    assertThat(room.tags("matrix")).containsExactly("empty", "right");
    assertThat(room.tags("text")).containsExactly("empty", "hidden-test");
    assertThat(room.notes("text")).isEqualTo("A further test of 2 dW2 failed.\n");

    Tool mistaken = room.grade("--no-sandbox");

    assertThat(mistaken.err().strip())
        .isEqualTo("2 of 2 notebooks are of a sealed release. Grade them with --sealed.");
    assertThat(room.tags("matrix")).containsExactly("empty", "right");
    assertThat(room.notes("matrix"))
        .isEqualTo("This is of a sealed release, but was graded without --sealed.\n");
  }
}
