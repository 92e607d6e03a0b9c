package dev.nabla.kernel.shell.advice;

import java.nio.file.*;
import java.util.*;

public class Regen {
  public static void main(String[] a) throws Exception {
    StringBuilder out = new StringBuilder();
    try (Notebook n = new Notebook()) {
      for (String block : Files.readString(Path.of(a[0])).split("(?m)^====\n")) {
        if (block.isBlank()) continue;
        n.clear();
        CompileProblem p = null;
        String[] cells = block.stripTrailing().split("\n--\n");
        for (String c : cells) p = n.run(c);
        if (p == null) {
          out.append("!! RUNS ").append(block).append("\n");
          continue;
        }
        Message m = CompileAdvice.of(p, n.names());
        out.append("## ")
            .append(CompileAdvice.slip(p, n.names()))
            .append("\n")
            .append(block.stripTrailing())
            .append("\n> ")
            .append(m.text())
            .append("\n");
        for (String l : Caret.lines(m, p.cell())) out.append("> ").append(l).append("\n");
        out.append("\n");
      }
    }
    Files.writeString(Path.of(a[1]), out.toString());
    Set<String> names = new TreeSet<>(CompileAdvice.SLIPS.stream().map(Slip::name).toList());
    out.toString()
        .lines()
        .filter(l -> l.startsWith("## "))
        .forEach(l -> names.remove(l.substring(3)));
    System.out.println("UNCOVERED " + names);
  }
}
