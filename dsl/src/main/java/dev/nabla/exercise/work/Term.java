package dev.nabla.exercise.work;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.ejml.simple.SimpleMatrix;

/**
 * A formula of a hand calculation: a rule and what it is used on. A wrong way to calculate is
 * another term.
 */
public record Term(Rule rule, List<Term> parts) {
  public Term {
    parts = List.copyOf(parts);
  }

  /** A rule used on terms. */
  public static Term of(Rule rule, Term... parts) {
    return new Term(rule, List.of(parts));
  }

  /** A quantity of the calculation by its name. */
  public static Term named(String name) {
    return new Term(new Rule.Named(name), List.of());
  }

  public static Term product(Term a, Term b) {
    return of(new Rule.Product(), a, b);
  }

  public static Term transpose(Term a) {
    return of(new Rule.Transpose(), a);
  }

  public static Term scale(double factor, Rule.Scale.Why why, Term a) {
    return of(new Rule.Scale(factor, why), a);
  }

  public static Term difference(Term a, Term b) {
    return of(new Rule.Difference(), a, b);
  }

  public static Term entrywise(Term a, Term b) {
    return of(new Rule.Entrywise(), a, b);
  }

  public Term part(int i) {
    return parts.get(i);
  }

  /** Whether the rule is of this kind. */
  public boolean is(Class<? extends Rule> kind) {
    return kind.isInstance(rule);
  }

  /** Whether a rule of this kind is in it. */
  public boolean has(Class<? extends Rule> kind) {
    return is(kind) || parts.stream().anyMatch(part -> part.has(kind));
  }

  /** The name, or null if this is more than a name. */
  public String name() {
    return rule instanceof Rule.Named named ? named.name() : null;
  }

  /** All names in it. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    collect(names);
    return names;
  }

  private void collect(Set<String> names) {
    if (name() != null) {
      names.add(name());
    }
    parts.forEach(part -> part.collect(names));
  }

  /** The value, or null where the shapes do not allow it. */
  public SimpleMatrix value(Function<String, SimpleMatrix> named) {
    return value(named, UnaryOperator.identity());
  }

  /**
   * The value, or null where the shapes do not allow it.
   *
   * @param inside what is done to every result inside the formula before it is used
   */
  public SimpleMatrix value(
      Function<String, SimpleMatrix> named, UnaryOperator<SimpleMatrix> inside) {
    if (rule instanceof Rule.Named name) {
      return named.apply(name.name());
    }
    SimpleMatrix[] in = new SimpleMatrix[parts.size()];
    for (int i = 0; i < in.length; i++) {
      in[i] = parts.get(i).value(named, inside);
      if (in[i] == null) {
        return null;
      }
      in[i] = parts.get(i).name() == null ? inside.apply(in[i]) : in[i];
    }
    return rule.of(inside, in);
  }

  /**
   * This term with one of its nodes changed, once for each way to change a node.
   *
   * @param change what may stand in the place of a node; empty where it cannot be changed
   */
  public List<Change> changes(Function<Term, List<Term>> change) {
    List<Change> changes = new ArrayList<>();
    for (Term changed : change.apply(this)) {
      changes.add(new Change(this, changed));
    }
    for (int i = 0; i < parts.size(); i++) {
      for (Change inside : parts.get(i).changes(change)) {
        List<Term> others = new ArrayList<>(parts);
        others.set(i, inside.whole());
        changes.add(new Change(inside.node(), new Term(rule, others)));
      }
    }
    return changes;
  }

  /**
   * A changed term.
   *
   * @param node the node as it was
   * @param whole the term with that node changed
   */
  public record Change(Term node, Term whole) {}
}
