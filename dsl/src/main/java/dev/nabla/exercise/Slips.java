package dev.nabla.exercise;

import dev.nabla.exercise.mistake.Catalogue;
import dev.nabla.exercise.mistake.Mistake;
import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  /** A misconception strikes in every layer. */
  private void addEverywhere(List<Slip> slips) {
    Map<String, Term> changed = new HashMap<>();
    slips.forEach(slip -> slip.changed().forEach(changed::putIfAbsent));
    if (changed.size() > 1) {
      single.add(new Slip(slips.get(0).made(), changed));
    }
  }

  List<Slip> single() {
    return single;
  }

  /**
   * Two mistakes together.
   *
   * @param most no more than this many
   */
  List<Slip> pairs(int most) {
    List<Slip> pairs = new ArrayList<>();
    for (int i = 0; i < single.size() && pairs.size() < most; i++) {
      for (int j = i + 1; j < single.size() && pairs.size() < most; j++) {
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
