///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DEPS dev.nabla:nabla-dsl:0.1.0

import static dev.nabla.Nabla.*;

/**
 * A formula as a graph: its derivative on paper, its gradient at a point, and that both agree.
 *
 * <pre>
 * jbang examples/Circuit.java
 * java --class-path nabla.jar examples/Circuit.java
 * </pre>
 */
public class Circuit {
  public static void main(String[] arguments) {
    var g =
        graph(
            """
            a = (w + x + y)^2
            b = (x - y - z)^2
            v = c (a - b)^2
            """);
    show(g.chainRule("v", "x"));

    var back = g.at("c=2 w=1 x=0 y=1 z=-1").backward();
    show(back.gradient("x"));

    show(expect(g.derivative("v", "x").equalTo("4 c (a - b) (w + 2 y + z)")));
    show(back.gradientCheck());
  }
}
