package dev.nabla.kernel.shell.advice;

import java.util.List;

/** The order in which things run: returns, exceptions, loops, switches. */
final class FlowSlips {
  static final List<Slip> ALL =
      List.of(
          new Slip(
              "missing return",
              scene ->
                  scene.is("missing.ret.stmt")
                      ? scene.here(
                          "this method can end without a return. Say return ...; on every way"
                              + " through it, or make it void.")
                      : null),
          new Slip(
              "unreachable code",
              scene ->
                  scene.is("unreachable.stmt")
                      ? scene.here(
                          "this never runs: the statement before it always leaves, or never"
                              + " ends. Move or remove one of the two.")
                      : null),
          new Slip(
              "unreported exception",
              scene -> {
                String[] exception = scene.read("unreported exception (\\w+)");
                return !scene.is("unreported.exception*") || exception == null
                    ? null
                    : scene.here(
                        "this can throw "
                            + exception[0]
                            + ". Add throws "
                            + exception[0]
                            + " after the parentheses of the method, or catch it.");
              }),
          new Slip(
              "break outside a loop",
              scene ->
                  scene.is("break.outside*", "cont.outside*")
                      ? scene.here(
                          scene.at().text() + " works only inside a loop or a switch. Remove it.")
                      : null),
          new Slip(
              "duplicate case",
              scene ->
                  scene.is("duplicate.case.label", "duplicate.default.label")
                      ? scene.here("this case is there twice. Each value may have one case.")
                      : null),
          new Slip(
              "switch without default",
              scene ->
                  scene.is("not.exhaustive", "not.exhaustive.statement")
                      ? scene.here(
                          "this switch does not say what happens for all other values. Add"
                              + " default -> ...;")
                      : null),
          new Slip(
              "no catch for that exception",
              scene -> {
                String[] type = scene.read("exception (\\w+) is never thrown");
                return type == null
                    ? null
                    : scene.here(
                        "nothing in this try can throw " + type[0] + ". Remove that catch.");
              }));

  private FlowSlips() {}
}
