package dev.nabla.kernel.shell.advice;

import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;
import java.util.ConcurrentModificationException;
import java.util.InputMismatchException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Collections, files, and the limits of the machine. */
final class LibrarySlips {
  private static final int RECURSION = 50;

  static final List<CrashSlip> ALL =
      List.of(
          new CrashSlip(
              "change of a collection in its own loop",
              ConcurrentModificationException.class,
              crash ->
                  "a collection is changed while a loop walks through it. Use removeIf(...), or walk"
                      + " through a copy: new ArrayList<>(list)."),
          new CrashSlip(
              "change of a fixed collection",
              UnsupportedOperationException.class,
              crash ->
                  crash.message().isEmpty()
                      ? "this collection cannot be changed: List.of, Map.of, toList() and"
                          + " Arrays.asList give fixed ones. Copy it: new ArrayList<>(list)."
                      : null),
          new CrashSlip(
              "other input than asked for",
              InputMismatchException.class,
              crash ->
                  "what was typed is not what is read here. nextInt() reads a whole number,"
                      + " nextDouble() any number, nextLine() everything."),
          new CrashSlip(
              "empty Optional",
              NoSuchElementException.class,
              crash ->
                  crash.message().equals("No value present")
                      ? "there is no value. Ask with isPresent(), or give one with orElse(...)."
                      : null),
          new CrashSlip(
              "no more input",
              NoSuchElementException.class,
              crash ->
                  crash.message().equals("No line found")
                      ? "there is no more input to read. Ask with hasNextLine()."
                      : null),
          new CrashSlip(
              "no more elements",
              NoSuchElementException.class,
              crash ->
                  crash.message().isEmpty()
                      ? "there is no further element: the collection is empty or used up. Ask with"
                          + " isEmpty() or hasNext()."
                      : null),
          new CrashSlip(
              "wrong type in an array",
              ArrayStoreException.class,
              crash -> {
                String[] type = crash.read("(\\w+)");
                return type == null
                    ? null
                    : TypeSlips.article(type[0]) + " does not fit into this array.";
              }),
          new CrashSlip(
              "stream used twice",
              IllegalStateException.class,
              crash ->
                  crash.message().startsWith("stream has already been operated")
                      ? "a stream can be used once. Make a new one from its source."
                      : null),
          new CrashSlip(
              "key twice",
              IllegalArgumentException.class,
              crash -> {
                String[] key = crash.read("duplicate (?:key|element): (.*)");
                return key == null ? null : key[0] + " is there twice; each may come once.";
              }),
          new CrashSlip(
              "pattern that is none",
              PatternSyntaxException.class,
              crash ->
                  "this is no regular expression: "
                      + ((PatternSyntaxException) crash.thrown).getDescription()
                      + ". A special character stands for itself after \\\\."),
          new CrashSlip(
              "file that is not there",
              java.io.IOException.class,
              crash ->
                  crash.thrown instanceof FileNotFoundException
                          || crash.thrown instanceof NoSuchFileException
                      ? "there is no file "
                          + crash.message().replaceAll(" \\(.*\\)$", "")
                          + ". Names are looked up in the folder of the notebook."
                      : null),
          new CrashSlip(
              "endless recursion",
              StackOverflowError.class,
              crash -> {
                String method = recursive(crash.thrown);
                return (method == null ? "a method" : method)
                    + " calls itself without end. Which case stops it, and does every call come"
                    + " closer to it?";
              }),
          new CrashSlip(
              "array too large",
              OutOfMemoryError.class,
              crash ->
                  crash.message().startsWith("Requested array size")
                      ? "no array can be that large."
                      : null),
          new CrashSlip(
              "memory full",
              OutOfMemoryError.class,
              crash ->
                  crash.message().contains("heap") || crash.message().contains("GC overhead")
                      ? "the memory is full. Set variables you no longer need to null, and keep less"
                          + " in lists."
                      : null));

  private LibrarySlips() {}

  /** The method of the user that fills the stack, or null. */
  private static String recursive(Throwable thrown) {
    return Stream.of(thrown.getStackTrace())
        .limit(RECURSION)
        .filter(frame -> frame.getClassName().startsWith("REPL."))
        .map(StackTraceElement::getMethodName)
        .filter(Objects::nonNull)
        .filter(name -> name.matches("\\w+") && !name.equals("do_it"))
        .findFirst()
        .orElse(null);
  }
}
