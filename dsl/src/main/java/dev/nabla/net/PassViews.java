package dev.nabla.net;

import dev.nabla.display.Notation;
import dev.nabla.display.View;
import dev.nabla.matrix.Quantity;
import dev.nabla.matrix.Shape;
import java.util.ArrayList;
import java.util.List;

/** What passes show: one line with all shapes, then every quantity in the order it is computed. */
final class PassViews {
  private PassViews() {}

  static View of(Forward pass) {
    Blueprint net = pass.net().plan();
    Shapes shapes = new Shapes("forward: ");
    List<View> views = new ArrayList<>();
    views.add(pass.Z(0).view());
    for (int l = 1; l <= net.depth(); l++) {
      if (net.layer(l).bySize()) {
        views.add(pass.net().W(l).view());
        if (net.hasBias(l)) {
          views.add(pass.net().b(l).view());
        }
      }
      add(views, shapes, pass.S(l));
      add(views, shapes, pass.Z(l));
    }
    views.add(0, new View.Line(shapes.words));
    return new View.Stack(views);
  }

  static View of(Backward back) {
    Blueprint net = back.pass().net().plan();
    Shapes shapes = new Shapes("backward: ");
    List<View> views = new ArrayList<>();
    for (int l = net.depth(); l >= 1; l--) {
      Activation f = net.layer(l).activation();
      boolean linear = f instanceof Identity;
      // At a linear output dZ is delta; with a fused loss delta needs no dZ.
      if (l < net.depth() || !linear && !back.fused()) {
        add(views, shapes, back.dZ(l));
        if (!linear && f instanceof Elementwise) {
          views.add(back.pass().slope(l).view());
        }
      }
      add(views, shapes, back.delta(l));
      add(views, shapes, back.dW(l));
      if (net.hasBias(l)) {
        add(views, shapes, back.db(l));
      }
    }
    add(views, shapes, back.dX());
    views.add(0, new View.Line(shapes.words));
    return new View.Stack(views);
  }

  private static void add(List<View> views, Shapes shapes, Quantity quantity) {
    views.add(quantity.view());
    shapes.add(quantity);
  }

  /** {@code forward: S1 3 x 4, Z1 3 x 4}. */
  private static final class Shapes {
    private Notation words;
    private String before = "";

    Shapes(String start) {
      words = Words.plain(start);
    }

    void add(Quantity quantity) {
      String shape = " " + Shape.of(quantity);
      Notation size = new Notation(shape, shape.replace('x', '×'), shape.replace("x", "\\times"));
      words = Words.join(words, Words.plain(before), quantity.name(), size);
      before = ", ";
    }
  }
}
