package dev.nabla.net;

import static dev.nabla.Nabla.crossEntropy;
import static dev.nabla.Nabla.hinge;
import static dev.nabla.Nabla.identity;
import static dev.nabla.Nabla.logLoss;
import static dev.nabla.Nabla.net;
import static dev.nabla.Nabla.relu;
import static dev.nabla.Nabla.sigmoid;
import static dev.nabla.Nabla.softmax;
import static dev.nabla.Nabla.squaredError;
import static dev.nabla.Nabla.tanh;
import static dev.nabla.net.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Loss and gradients of 200 random nets against NumPy; {@code src/test/python/reference_nets.py}
 * writes the file anew.
 */
class ReferenceNetsTest {
  private static final double RELATIVE = 1e-10;

  private static final Map<String, Activation> ACTIVATIONS =
      Map.of(
          "identity", identity, "sigmoid", sigmoid, "tanh", tanh, "relu", relu, "softmax", softmax);

  private static final Map<String, Loss> LOSSES =
      Map.of(
          "squaredError", squaredError,
          "half", squaredError.half(),
          "mean", squaredError.mean(),
          "halfMean", squaredError.half().mean(),
          "logLoss", logLoss,
          "crossEntropy", crossEntropy.mean(),
          "hinge", hinge(.3));

  private record Named(String name, SimpleMatrix values) {}

  private record Reference(String[] activations, String loss, String bias, List<Named> matrices) {
    List<SimpleMatrix> all(String name) {
      return matrices.stream().filter(m -> m.name.equals(name)).map(Named::values).toList();
    }

    SimpleMatrix the(String name) {
      return all(name).get(0);
    }

    @Override
    public String toString() {
      return String.join("-", activations) + " " + loss + " " + bias;
    }
  }

  static Stream<Reference> references() throws IOException {
    List<Reference> references = new ArrayList<>();
    try (BufferedReader file =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    ReferenceNetsTest.class.getResourceAsStream("reference-nets.txt")),
                StandardCharsets.UTF_8))) {
      for (String line = file.readLine(); line != null; line = file.readLine()) {
        String[] words = line.split(" ");
        if (words[0].equals("net")) {
          references.add(new Reference(words[1].split(","), words[2], words[3], new ArrayList<>()));
        } else {
          references.get(references.size() - 1).matrices.add(matrix(words));
        }
      }
    }
    return references.stream();
  }

  private static Named matrix(String[] words) {
    SimpleMatrix values = new SimpleMatrix(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
    for (int i = 0; i < values.getNumElements(); i++) {
      values.set(i, Double.parseDouble(words[3 + i]));
    }
    return new Named(words[0], values);
  }

  @Test
  void should_hold_two_hundred_nets() throws IOException {
    assertThat(references().count()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("references")
  void should_agree_with_numpy(Reference reference) {
    List<SimpleMatrix> W = reference.all("W");
    Network net =
        switch (reference.bias) {
          case "none" -> net().noBias();
          case "intercept" -> net().intercept();
          default -> net();
        };
    for (int i = 0; i < W.size(); i++) {
      Activation f = ACTIVATIONS.get(reference.activations[i]);
      net =
          reference.bias.equals("column")
              ? net.layer(W.get(i), reference.all("b").get(i), f)
              : net.layer(W.get(i), f);
    }
    Forward pass = net.loss(LOSSES.get(reference.loss)).forward(reference.the("X"));
    double loss = reference.the("loss").get(0);
    assertThat(pass.loss(reference.the("Y")))
        .isCloseTo(loss, within(RELATIVE * Math.max(1, Math.abs(loss))));
    Backward back = pass.backward(reference.the("Y"));
    for (int l = 1; l <= W.size(); l++) {
      assertRelative(back.dW(l), reference.all("dW").get(l - 1));
      if (reference.bias.equals("column")) {
        assertRelative(back.db(l), reference.all("db").get(l - 1));
      }
    }
    assertRelative(back.dX(), reference.the("dX"));
  }

  private static void assertRelative(SimpleMatrix actual, SimpleMatrix expected) {
    assertClose(actual, expected, RELATIVE * Math.max(1, expected.elementMaxAbs()));
  }
}
