package dev.nabla.notebooks.grade;

import dev.nabla.message.NablaException;
import dev.nabla.notebooks.model.NotebookFile;
import dev.nabla.notebooks.tool.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The graders of a class: one for all, or one for every student where each has numbers of their
 * own.
 */
final class Sheets {
  private final Path source;
  private final boolean sealed;
  private final Hand hand;
  private final Workers workers;
  private final Limits limits;
  private final String name;
  private final Map<Path, Grader> graders = new HashMap<>();

  /**
   * @param source a notebook, or the folder {@code source} that {@code nabla generate} has made
   */
  Sheets(Path source, boolean sealed, Hand hand, Workers workers, Limits limits)
      throws IOException {
    this.source = source;
    this.sealed = sealed;
    this.hand = hand;
    this.workers = workers;
    this.limits = limits;
    // Any of them tells whether they can be graded at all.
    Path any = Files.isDirectory(source) ? Sources.of(List.of(first())).get(0) : source;
    this.name = Sources.stem(any);
    grader(any);
  }

  /** The name of the notebook, which is the assignment's. */
  String name() {
    return name;
  }

  private Path first() throws IOException {
    try (Stream<Path> folders = Files.list(source)) {
      return folders
          .filter(Files::isDirectory)
          .sorted()
          .findFirst()
          .orElseThrow(
              () -> new NablaException(source + ": there is no STUDENT/NAME.ipynb in it."));
    }
  }

  private Path of(String student) throws IOException {
    if (!Files.isDirectory(source)) {
      return source;
    }
    Path own = source.resolve(student);
    if (!Files.isDirectory(own)) {
      throw new NablaException("there is no source for " + student + " in " + source + ".");
    }
    return Sources.of(List.of(own)).get(0);
  }

  private synchronized Grader grader(Path file) throws IOException {
    Grader grader = graders.get(file);
    if (grader == null) {
      Sheet sheet = sheet(file);
      hand.requireAsked(sheet);
      grader = new Grader(Sources.stem(file), sheet, hand, workers);
      graders.put(file, grader);
    }
    return grader;
  }

  private Sheet sheet(Path file) throws IOException {
    try {
      return Sheet.of(NotebookFile.read(file), sealed);
    } catch (NablaException e) {
      throw new NablaException(file + ": " + e.getMessage());
    }
  }

  /** The grade of a submission, from the folder if it is there already. */
  Result grade(Submission submission, Results results) throws IOException, InterruptedException {
    Path own = of(submission.student());
    String key = key(own, submission);
    Result before = results.find(submission.student(), key);
    // What could not be graded may be graded now: a disk is no longer full, say.
    if (before != null && before.problem() == null) {
      return before;
    }
    Result result = grader(own).grade(submission, key);
    results.write(result, Feedback.page(result));
    return result;
  }

  private String key(Path own, Submission submission) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String version = String.valueOf(Sheets.class.getPackage().getImplementationVersion());
      String rest =
          String.join("\n", version, limits.key(), sealed + "", submission.timestamp(), "");
      digest.update(rest.getBytes(StandardCharsets.UTF_8));
      digest.update(hand.of(submission.student()).toString().getBytes(StandardCharsets.UTF_8));
      add(digest, own);
      if (submission.file() == null) {
        digest.update(submission.problem().getBytes(StandardCharsets.UTF_8));
      } else {
        add(digest, submission.file());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(MessageDigest digest, Path file) throws IOException {
    try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
      bytes.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }
}
