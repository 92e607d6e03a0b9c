import static dev.nabla.Nabla.*;

/**
 * Checks a backward pass by hand: every gradient once by the net and once by its formula in plain
 * EJML.
 *
 * <pre>
 * java --class-path nabla.jar examples/ByHand.java
 * </pre>
 */
public class ByHand {
  public static void main(String[] arguments) {
    var X = matrix("1 2; 3 -1");
    var Y = row(1, 2);
    var W1 = matrix("1 0; 2 -1; -1 1");
    var W2 = row(1, -1, 2);
    var net = net().layer(W1, relu).layer(W2).loss(squaredError.half());
    var pass = net.forward(X);
    var back = pass.backward(Y);

    // Forward: S1 = W1 X, Z1 = relu(S1), Z2 = W2 Z1.
    var S1 = W1.mult(X);
    var Z1 = relu(S1);
    var Z2 = W2.mult(Z1);
    show(expect(pass.Z(1), Z1), expect(pass.output(), Z2));

    // Backward: delta2 = Z2 - Y, delta1 = W2^T delta2 where S1 is positive.
    var delta2 = Z2.minus(Y);
    var delta1 = W2.transpose().mult(delta2).elementMult(pass.slope(1));
    show(
        expect(back.dW(2), delta2.mult(Z1.transpose())),
        expect(back.dW(1), delta1.mult(X.transpose())));

    // And without any formula: move each weight a little and see what the loss does.
    show(back.gradientCheck());
  }
}
