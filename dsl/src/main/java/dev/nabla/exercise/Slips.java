package dev.nabla.exercise;

import dev.nabla.exercise.mistake.Catalogue;
import dev.nabla.exercise.mistake.Mistake;
import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import dev.nabla.matrix.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/** The mistakes that can be made on the way to one quantity. */
final class Slips {
  private final Recipe recipe;
  private final Step target;
  private final List<Slip> single = new ArrayList<>();

  /** All single mistakes, those near the quantity first. */
  Slips(Recipe recipe, Step target) {
    this.recipe = recipe;
    this.target = target;
    Map<Mistake, List<Slip>> byMistake = new HashMap<>();
    for (Step step : recipe.wayTo(target.name())) {
      for (Mistake mistake : Catalogue.ALL) {
        List<Slip> here = at(step, step.right(), mistake);
        single.addAll(here);
        byMistake.computeIfAbsent(mistake, key -> new ArrayList<>()).addAll(here);
      }
    }
    byMistake.values().forEach(this::addEverywhere);
  }

  private List<Slip> at(Step step, Term formula, Mistake mistake) {
    List<Slip> slips = new ArrayList<>();
    boolean end = mistake.atTheEnd();
    if (end && !step.name().equals(target.name())) {
      return slips;
    }
    for (Term.Change change :
        formula.changes(
            node -> end && node != formula ? List.of() : mistake.at(node, step, recipe))) {
      Slip.Made made = new Slip.Made(mistake, step, change.node());
      slips.add(new Slip(List.of(made), Map.of(step.name(), change.whole())));
    }
    return slips;
  }

  /** A misconception strikes in every layer whose shapes allow it. */
  private void addEverywhere(List<Slip> slips) {
    List<Slip> possible = slips.stream().filter(this::isPossible).toList();
    Map<String, Term> changed = new HashMap<>();
    possible.forEach(slip -> slip.changed().forEach(changed::putIfAbsent));
    if (changed.size() > 1) {
      single.add(new Slip(possible.get(0).made(), changed));
    }
  }

  private boolean isPossible(Slip slip) {
    String name = slip.made().get(0).step().name();
    SimpleMatrix value = recipe.right().value(name, slip.changed().get(name));
    return value != null && Shape.same(value, recipe.right().value(name));
  }

  List<Slip> single() {
    return single;
  }

  /** Those that are not made on the way forward to a gradient, far from the answer. */
  List<Slip> near() {
    return target.kind() != Step.Kind.GRADIENT
        ? single
        : single.stream()
            .filter(slip -> slip.made().get(0).step().kind() != Step.Kind.VALUE)
            .toList();
  }

  /**
   * Two mistakes together, those near the quantity first.
   *
   * @param most no more than about this many
   */
  List<Slip> pairs(int most) {
    List<Slip> pairs = new ArrayList<>();
    for (int j = 1; j < single.size(); j++) {
      for (int i = 0; i < j && pairs.size() < most; i++) {
        addPair(single.get(i), single.get(j), pairs);
      }
    }
    return pairs;
  }

  private void addPair(Slip first, Slip second, List<Slip> into) {
    List<Slip.Made> both = List.of(first.made().get(0), second.made().get(0));
    if (both.get(0).tag().equals(both.get(1).tag())) {
      return;
    }
    for (Map<String, Term> changed : together(first, second)) {
      into.add(new Slip(both, changed));
    }
    if (!Collections.disjoint(first.changed().keySet(), second.changed().keySet())) {
      for (Map<String, Term> changed : together(second, first)) {
        into.add(new Slip(both, changed));
      }
    }
  }

  /** The formulas of one slip with another made on top, in every way there is. */
  private List<Map<String, Term>> together(Slip inner, Slip outer) {
    List<Map<String, Term>> ways = List.of(inner.changed());
    for (Map.Entry<String, Term> change : outer.changed().entrySet()) {
      List<Map<String, Term>> longer = new ArrayList<>();
      for (Map<String, Term> way : ways) {
        for (Term formula : formulas(change, way.get(change.getKey()), outer)) {
          Map<String, Term> more = new HashMap<>(way);
          more.put(change.getKey(), formula);
          longer.add(more);
        }
      }
      ways = longer;
    }
    return ways;
  }

  private List<Term> formulas(Map.Entry<String, Term> change, Term before, Slip outer) {
    if (before == null) {
      return List.of(change.getValue());
    }
    Step step = recipe.step(change.getKey());
    return at(step, before, outer.made().get(0).mistake()).stream()
        .map(slip -> slip.changed().get(step.name()))
        .toList();
  }
}
