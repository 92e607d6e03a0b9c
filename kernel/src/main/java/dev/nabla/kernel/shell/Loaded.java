package dev.nabla.kernel.shell;

import dev.nabla.kernel.shell.direct.CellCompiler;
import dev.nabla.kernel.shell.direct.Group;
import dev.nabla.kernel.shell.direct.GroupSource;
import dev.nabla.kernel.shell.direct.Memo;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** Parts of a cell, compiled and loaded. */
record Loaded(Group group, Class<?> type) {

  /** Runs them. */
  Method method() {
    try {
      return type.getMethod(GroupSource.METHOD);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The part that was begun last. */
  int at() {
    try {
      return counter().getInt(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Begins with the first part, whatever ran before. */
  void reset() {
    try {
      counter().setInt(null, 0);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private Field counter() {
    try {
      return type.getField(GroupSource.AT);
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The classes of the last cells, for cells that run again as they are: those that declare
   * nothing, neither a variable nor a class, have nothing that would have to be new.
   */
  static final class Again {
    private final CellCompiler compiler;
    private final Memo<String, Loaded> classes = new Memo<>();
    private int generation;

    Again(CellCompiler compiler) {
      this.compiler = compiler;
    }

    /** What was kept for the same source, ready to run; null where it has to be compiled. */
    Loaded get(GroupSource source) {
      if (generation != compiler.generation()) {
        classes.clear();
        generation = compiler.generation();
      }
      return classes.get(source.text());
    }

    void keep(GroupSource source, Loaded loaded) {
      if (!source.declares() && loaded.group.classFiles().size() == 1) {
        classes.put(source.text(), loaded);
      }
    }
  }
}
