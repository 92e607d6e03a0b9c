package dev.nabla.graph;

import dev.nabla.display.Notation;
import dev.nabla.display.Sentence;
import dev.nabla.graph.algebra.Expression;
import dev.nabla.graph.algebra.Names;
import dev.nabla.graph.algebra.Script;
import dev.nabla.graph.formula.Definitions;
import java.util.ArrayList;
import java.util.List;

/** The meaning of the names in a formula. */
final class Where {
  private Where() {}

  /** {@code a = (w + x + y)^2, b = (x - y - z)^2}: names that have a formula; null if none has. */
  static Notation of(Definitions definitions, Expression formula) {
    List<Notation> meanings = meanings(definitions, formula);
    return meanings.isEmpty() ? null : Tables.separated(meanings, Tables.sign(", "));
  }

  /** {@code With a = (w + x + y)^2, b = (x - y - z)^2.} Empty if no name has a formula. */
  static Sentence sentence(Definitions definitions, Expression formula) {
    Sentence sentence = Sentence.NONE;
    for (Notation meaning : meanings(definitions, formula)) {
      sentence = sentence.then(sentence.isEmpty() ? "With " : ", ").then(meaning);
    }
    return sentence.isEmpty() ? sentence : sentence.then(".");
  }

  private static List<Notation> meanings(Definitions definitions, Expression formula) {
    List<Notation> meanings = new ArrayList<>();
    for (String name : definitions.formulas().keySet()) {
      if (Dependencies.symbols(formula).contains(name)) {
        Expression meaning = definitions.formulas().get(name);
        meanings.add(Tables.equation(Names.notation(name), Script.notation(meaning)));
      }
    }
    return meanings;
  }
}
