package dev.nabla.net;

import static dev.nabla.Nabla.activation;
import static dev.nabla.Nabla.crossEntropy;
import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.net;
import static dev.nabla.Nabla.oneHot;
import static dev.nabla.Nabla.ones;
import static dev.nabla.Nabla.relu;
import static dev.nabla.Nabla.sigmoid;
import static dev.nabla.Nabla.softmax;
import static dev.nabla.Nabla.squaredError;
import static dev.nabla.Nabla.tanh;
import static dev.nabla.net.Close.assertClose;
import static dev.nabla.net.Close.assertMessage;
import static org.assertj.core.api.Assertions.assertThat;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepTest {

  /** Worksheet WS4, exercise 4: the printed counts. */
  @Test
  void should_count_what_is_cached_and_recomputed() {
    Network deep = net(3).layer(4, relu).layer(3, relu).layer(2).loss(squaredError);
    Backward both = deep.keep("S Z").forward(ones(3, 4)).backward(ones(2, 4));
    Backward less = deep.keep("S").forward(ones(3, 4)).backward(ones(2, 4));
    Backward other = deep.keep("Z").forward(ones(3, 4)).backward(ones(2, 4));
    assertThat(both.cached()).isEqualTo(72);
    assertThat(both.recomputed()).isEqualTo(0);
    assertThat(less.cached()).isEqualTo(36);
    assertThat(less.recomputed()).isEqualTo(28);
    assertThat(other.cached()).isEqualTo(36);
    assertThat(other.recomputed()).isEqualTo(0);
    Network wide = net(784).layer(128, relu).layer(10).loss(squaredError);
    SimpleMatrix X = ones(784, 64);
    assertThat(wide.forward(X).backward(ones(10, 64)).cached()).isEqualTo(17664);
    assertThat(wide.keep("Z").forward(X).backward(ones(10, 64)).cached()).isEqualTo(8832);
  }

  @ParameterizedTest
  @ValueSource(strings = {"S", "Z", "Z, S"})
  void should_give_the_same_gradients_bit_by_bit(String keep) {
    Network net =
        net(2)
            .layer(3, tanh)
            .layer(3, sigmoid)
            .layer(3, relu)
            .layer(3, softmax)
            .loss(crossEntropy.mean())
            .random(3);
    SimpleMatrix X = matrix("1 -2 0.3; 0.5 1 -1");
    SimpleMatrix Y = oneHot(3, 1, 3, 2);
    Forward all = net.forward(X);
    Forward less = net.keep(keep).forward(X);
    for (int l = 1; l <= 4; l++) {
      assertClose(less.S(l), all.S(l), 0);
      assertClose(less.Z(l), all.Z(l), 0);
      assertClose(less.backward(Y).dW(l), all.backward(Y).dW(l), 0);
      assertClose(less.backward(Y).db(l), all.backward(Y).db(l), 0);
    }
    assertThat(less.loss(Y)).isEqualTo(all.loss(Y));
    assertClose(less.slope(1), all.slope(1), 0);
  }

  @Test
  void should_need_s_where_z_does_not_tell_the_slope() {
    assertMessage(
        () -> net(2).layer(2, relu.slopeAtZero(1)).keep("Z").forward(1, 2),
        "keep(\"Z\"): f' of relu in layer 1 cannot be computed from Z alone. Say keep(\"S\") or"
            + " keep(\"S Z\").");
    assertMessage(
        () -> net(2).layer(2).layer(1, activation("g", s -> s, s -> 1)).keep("Z").forward(1, 2),
        "keep(\"Z\"): f' of g in layer 2 cannot be computed from Z alone. Say keep(\"S\") or"
            + " keep(\"S Z\").");
    assertMessage(
        () -> net(2).keep("W"), "keep(\"W\"): say keep(\"S Z\"), keep(\"S\") or keep(\"Z\").");
  }
}
