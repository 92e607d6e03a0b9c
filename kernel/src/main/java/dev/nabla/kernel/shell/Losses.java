package dev.nabla.kernel.shell;

import dev.nabla.kernel.shell.Origins.Origin;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * What a redefinition costs. Where the JVM can change a class in place nothing is lost; where it
 * cannot, because fields or methods came or went, objects of the old class have no place any more.
 */
final class Losses {
  private final Origins origins;

  Losses(Origins origins) {
    this.origins = origins;
  }

  /** One sentence for each variable that lost its value and each method that stopped to compile. */
  List<String> of(List<SnippetEvent> events) {
    List<String> notes = new ArrayList<>();
    for (SnippetEvent event : events) {
      if (event.causeSnippet() == null || event.previousStatus() != Status.VALID) {
        continue;
      }
      String because = name(event.causeSnippet());
      if (event.snippet() instanceof VarSnippet variable) {
        if (event.status() == Status.RECOVERABLE_NOT_DEFINED
            || event.status() == Status.VALID && event.isSignatureChange()) {
          notes.add(lost(variable.name(), because) + runAgain(variable));
        }
      } else if (event.snippet() instanceof MethodSnippet method
          && event.status() == Status.RECOVERABLE_DEFINED) {
        notes.add(
            method.name()
                + " does not fit any more, because "
                + because
                + " was changed."
                + runAgain(method));
      }
    }
    return notes;
  }

  /** The sentence for a variable of a cell whose class was changed. */
  static String ofVariable(String name, String because, int cell) {
    return lost(name, because) + runAgain(cell);
  }

  private static String lost(String name, String because) {
    return name + " has lost its value, because " + because + " was changed.";
  }

  private static String runAgain(int cell) {
    return " Run cell " + cell + " again.";
  }

  private String runAgain(Snippet snippet) {
    Origin origin = origins.of(snippet.id());
    return origin == null ? "" : runAgain(origin.cell().number());
  }

  private static String name(Snippet snippet) {
    return snippet instanceof PersistentSnippet named ? named.name() : "something it uses";
  }
}
