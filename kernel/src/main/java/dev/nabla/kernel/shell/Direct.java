package dev.nabla.kernel.shell;

import dev.nabla.kernel.shell.Cell.Part;
import dev.nabla.kernel.shell.Fields.Made;
import dev.nabla.kernel.shell.direct.CellCompiler;
import dev.nabla.kernel.shell.direct.ClassFiles;
import dev.nabla.kernel.shell.direct.Group;
import dev.nabla.kernel.shell.direct.GroupSource;
import dev.nabla.kernel.shell.direct.GroupSource.Piece;
import dev.nabla.kernel.shell.direct.Reading;
import dev.nabla.kernel.shell.direct.Reading.Declared;
import dev.nabla.kernel.shell.direct.Reading.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jdk.jshell.VarSnippet;

/**
 * The short way: runs as many neighboring parts of a cell as it can as one class, compiled by one
 * task of javac, where JShell takes three or four tasks for each part.
 *
 * <p>What it cannot take, or what does not compile, is left to JShell, which also says why.
 */
final class Direct {
  private final CellCompiler compiler;
  private final ClassFiles classFiles;
  private final CellControl control;
  private final Fields fields;
  private final Bridge bridge;
  private final Inventory inventory;
  private final Leftovers leftovers;
  private final Origins origins;
  private final Loaded.Again again;
  private int classes;

  Direct(
      CellCompiler compiler,
      ClassFiles classFiles,
      CellControl control,
      Fields fields,
      Bridge bridge,
      Inventory inventory,
      Leftovers leftovers,
      Origins origins) {
    this.compiler = compiler;
    this.classFiles = classFiles;
    this.control = control;
    this.fields = fields;
    this.bridge = bridge;
    this.inventory = inventory;
    this.leftovers = leftovers;
    this.origins = origins;
    this.again = new Loaded.Again(compiler);
  }

  /**
   * What became of some parts.
   *
   * @param done how many ran to their end
   * @param value the last one's, or {@link dev.nabla.kernel.shell.direct.Shown#NOTHING}
   * @param thrown what the part after those threw, or null
   */
  record Ran(int done, Object value, Throwable thrown) {}

  /**
   * Runs parts of a cell.
   *
   * @param parts of the cell
   * @param from the first part to run
   * @return null if JShell has to take the first one
   */
  Ran run(Cell cell, List<Part> parts, List<Reading> readings, int from) {
    if (inventory.isUnresolved()) {
      return null;
    }
    List<Piece> pieces = group(cell, parts, readings, from);
    Map<String, String> inferred = null;
    while (!pieces.isEmpty()) {
      if (inferred == null) {
        inferred = new LinkedHashMap<>();
        int known = infer(pieces, inferred);
        if (known < pieces.size()) {
          pieces = pieces.subList(0, known);
          continue;
        }
      }
      Map<String, String> types = new LinkedHashMap<>();
      int placed = place(pieces, inferred, types);
      if (placed < pieces.size()) {
        pieces = pieces.subList(0, placed);
        continue;
      }
      boolean shows = from + pieces.size() == parts.size() && cell.showsItsValue();
      GroupSource source = GroupSource.of(imports(pieces), types, pieces, shows, false);
      Loaded loaded = again.get(source);
      if (loaded == null) {
        Group compiled = Group.compile(compiler, nextPackage(), source);
        if (compiled.firstWrong() >= 0) {
          pieces = pieces.subList(0, compiled.firstWrong());
          continue;
        }
        loaded = load(compiled, source);
      }
      return run(cell, parts.subList(from, parts.size()), pieces, types, loaded);
    }
    return null;
  }

  /** Compiles and loads a cell. */
  void prepare(Cell cell, List<Reading> readings) {
    List<Piece> pieces = group(cell, cell.parts(), readings, 0);
    GroupSource source =
        GroupSource.of(imports(pieces), Map.of(), pieces, cell.showsItsValue(), false);
    load(Group.compile(compiler, nextPackage(), source), source);
  }

  private Loaded load(Group compiled, GroupSource source) {
    Class<?> type = control.load(compiled.name(), compiled.classFiles(), source.declares());
    Loaded loaded = new Loaded(compiled, type);
    again.keep(source, loaded);
    return loaded;
  }

  private String nextPackage() {
    return "cells.c" + ++classes;
  }

  /** The parts from one on that can be one class. */
  private List<Piece> group(Cell cell, List<Part> parts, List<Reading> readings, int from) {
    List<Piece> pieces = new ArrayList<>();
    Set<String> mentioned = new HashSet<>();
    Set<String> declared = new HashSet<>();
    for (int i = from; i < readings.size(); i++) {
      Reading reading = readings.get(i);
      if (reading.kind() == Kind.OTHER) {
        break;
      }
      boolean again = false;
      for (Declared each : reading.declared()) {
        again |= declared.contains(each.name());
        again |= mentioned.contains(each.name()) && !isSame(each.name(), each.type());
      }
      if (again) {
        break;
      }
      Part part = parts.get(i);
      // Comments before a part may be many lines; what a part throws is thrown behind them.
      int code = reading.kind() == Kind.VARIABLES ? 0 : Trivia.end(part.source(), 0);
      int line = cell.place(part.start() + code).line();
      pieces.add(new Piece(part.source().substring(code), line, reading));
      mentioned.addAll(reading.mentions());
      reading.declared().forEach(each -> declared.add(each.name()));
    }
    return pieces;
  }

  /** Finds the types of the variables that do not say it; gives how many parts could be read. */
  private int infer(List<Piece> pieces, Map<String, String> types) {
    boolean needed =
        pieces.stream()
            .flatMap(each -> each.reading().declared().stream())
            .anyMatch(each -> each.type() == null);
    if (!needed) {
      return pieces.size();
    }
    Map<String, String> written = new LinkedHashMap<>();
    for (Piece piece : pieces) {
      for (Declared each : piece.reading().declared()) {
        if (each.type() != null) {
          written.put(each.name(), each.type());
        }
      }
    }
    types.putAll(Group.infer(compiler, nextPackage(), imports(pieces), written, pieces));
    for (int i = 0; i < pieces.size(); i++) {
      for (Declared each : pieces.get(i).reading().declared()) {
        if (each.type() == null && !types.containsKey(each.name())) {
          return i;
        }
      }
    }
    return pieces.size();
  }

  /** Decides which variables need a new field; gives how many parts have a place for theirs. */
  private int place(List<Piece> pieces, Map<String, String> inferred, Map<String, String> fresh) {
    for (int i = 0; i < pieces.size(); i++) {
      for (Declared each : pieces.get(i).reading().declared()) {
        String type = each.type() == null ? inferred.get(each.name()) : each.type();
        if (isSame(each.name(), type)) {
          continue;
        }
        if (inventory.variable(each.name()) != null || bridge.isHandedOver(each.name())) {
          return i;
        }
        fresh.put(each.name(), type);
      }
    }
    return pieces.size();
  }

  /** Whether a variable of this name and type is there, so that its field can take the value. */
  private boolean isSame(String name, String type) {
    if (type == null) {
      return false;
    }
    Made made = fields.get(name);
    if (made != null) {
      return made.type().equals(inventory.meaning(type));
    }
    VarSnippet known = inventory.variable(name);
    return known != null && Names.typeOf(known).equals(Names.withoutPackages(type));
  }

  private List<String> imports(List<Piece> pieces) {
    Set<String> names = new LinkedHashSet<>();
    Set<String> declared = new HashSet<>();
    for (Piece piece : pieces) {
      names.addAll(piece.reading().mentions());
      piece.reading().declared().forEach(each -> declared.add(each.name()));
    }
    names.addAll(declared);
    List<String> others = new ArrayList<>(names);
    others.removeIf(each -> fields.get(each) != null || declared.contains(each));
    List<String> all = new ArrayList<>(Preload.declarationsFor(others));
    all.addAll(inventory.importsFor(names));
    for (String name : names) {
      Made made = fields.get(name);
      if (made != null) {
        all.add(made.asImport());
      }
    }
    return all;
  }

  private Ran run(
      Cell cell, List<Part> parts, List<Piece> pieces, Map<String, String> types, Loaded loaded) {
    Group compiled = loaded.group();
    Class<?> type = loaded.type();
    origins.add(compiled.name(), cell);
    // Known while they run: what they show is captioned with its name.
    Map<String, Made> before = new LinkedHashMap<>();
    for (int i = 0; i < pieces.size(); i++) {
      for (Declared each : pieces.get(i).reading().declared()) {
        if (types.containsKey(each.name())) {
          before.put(each.name(), fields.get(each.name()));
          fields.put(made(each.name(), types.get(each.name()), type, cell, parts.get(i)));
        }
      }
    }
    pieces.forEach(this::keepWhatIsRead);
    loaded.reset();
    UserThread.Result result = control.run(loaded.method());
    int at = loaded.at();
    if (!types.isEmpty()) {
      classFiles.put(compiled.name(), compiled.fieldsAlone(types.keySet()));
      compiler.added(type.getPackageName());
    }
    for (int i = at + 1; i < pieces.size(); i++) {
      for (Declared each : pieces.get(i).reading().declared()) {
        if (before.containsKey(each.name())) {
          fields.restore(each.name(), before.remove(each.name()));
        }
      }
    }
    before.values().stream()
        .filter(Objects::nonNull)
        .forEach(each -> leftovers.replaced(each.slot()));
    int done = result.thrown() == null ? pieces.size() : at;
    return new Ran(done, result.value(), result.thrown());
  }

  /** Lambdas and classes may run when other cells have declared their variables anew. */
  private void keepWhatIsRead(Piece piece) {
    for (String name : piece.reading().readLater()) {
      Made made = fields.get(name);
      if (made != null) {
        leftovers.reads(made.slot());
      } else if (inventory.homeOf(name) != null) {
        leftovers.reads(control.slot(inventory.homeOf(name), name));
      }
    }
  }

  private Made made(String name, String type, Class<?> home, Cell cell, Part part) {
    try {
      return new Made(name, inventory.meaning(type), new Slot(home.getField(name)), cell, part);
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }
}
