package dev.nabla.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.junit.jupiter.api.Test;

/** Every way to multiply against EJML, by itself and written out. */
class ProductTest {
  private static final double RELATIVE = 1e-12;

  private final Random random = new Random(11);

  private record Example(Factors factors, DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj product) {}

  /** Both factors as stored, their product by EJML from the factors as meant. */
  private Example example(int rows, int inner, int columns, boolean first, boolean second) {
    DMatrixRMaj A = RandomMatrices_DDRM.rectangle(rows, inner, -1, 1, random);
    DMatrixRMaj B = RandomMatrices_DDRM.rectangle(inner, columns, -1, 1, random);
    DMatrixRMaj product = CommonOps_DDRM.mult(A, B, null);
    return new Example(
        new Factors(rows, inner, columns, first, second),
        first ? CommonOps_DDRM.transpose(A, null) : A,
        second ? CommonOps_DDRM.transpose(B, null) : B,
        product);
  }

  /** Random shapes, and shapes around the edges of panels, blocks and long rows. */
  private List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    int[] edges = {1, 2, 3, 4, 5, 15, 16, 17, 31, 32, 33, 64, 255, 256, 257};
    for (int i = 0; i < 120; i++) {
      int rows = i < 60 ? 1 + random.nextInt(40) : edges[random.nextInt(10)];
      int inner = i < 60 ? 1 + random.nextInt(70) : edges[random.nextInt(edges.length)];
      int columns = i < 60 ? 1 + random.nextInt(40) : edges[random.nextInt(edges.length)];
      examples.add(example(rows, inner, columns, i % 2 == 0, i / 2 % 2 == 0));
    }
    return examples;
  }

  private static DMatrixRMaj filled(DMatrixRMaj shape, double value) {
    DMatrixRMaj m = shape.createLike();
    Arrays.fill(m.data, value);
    return m;
  }

  private void assertSameDigits(Function<Factors, Product> way) {
    for (Example e : examples()) {
      DMatrixRMaj C = filled(e.product, Double.NaN);
      way.apply(e.factors).multiply(e.A, e.B, C);
      assertThat(C.data).as(e.factors.toString()).isEqualTo(e.product.data);
    }
  }

  @Test
  void should_give_the_digits_of_ejml_by_loops() {
    assertSameDigits(Loops::new);
  }

  @Test
  void should_give_the_digits_of_ejml_by_panels() {
    assertSameDigits(Panels::new);
  }

  @Test
  void should_give_the_digits_of_ejml_in_every_layout_of_its_own() {
    assertSameDigits(Ejml::new);
  }

  @Test
  void should_give_the_digits_of_ejml_whatever_is_chosen_in_order() {
    assertSameDigits(Product::inOrder);
  }

  @Test
  void should_add_a_multiple_of_the_product() {
    for (Example e : examples()) {
      for (Product way :
          new Product[] {new Loops(e.factors), new Panels(e.factors), new Ejml(e.factors)}) {
        DMatrixRMaj C = filled(e.product, 3);
        way.add(-0.5, e.A, e.B, C, filled(e.product, Double.NaN));
        for (int i = 0; i < C.data.length; i++) {
          assertThat(C.data[i]).isEqualTo(3 - 0.5 * e.product.data[i]);
        }
      }
    }
  }

  @Test
  void should_add_a_column_to_the_product() {
    for (Example e : examples()) {
      DMatrixRMaj b = RandomMatrices_DDRM.rectangle(e.product.numRows, 1, -1, 1, random);
      for (Product way : new Product[] {new Loops(e.factors), new Panels(e.factors)}) {
        DMatrixRMaj C = filled(e.product, Double.NaN);
        way.multiply(e.A, e.B, b, C);
        for (int i = 0; i < C.data.length; i++) {
          assertThat(C.data[i]).isEqualTo(e.product.data[i] + b.data[i / C.numCols]);
        }
      }
    }
  }

  @Test
  void should_choose_by_shape() {
    assertThat(Product.inOrder(new Factors(8, 8, 8, false, false))).isInstanceOf(Loops.class);
    assertThat(Product.inOrder(new Factors(8, 8, 9, false, false))).isInstanceOf(Ejml.class);
    assertThat(Product.inOrder(new Factors(784, 128, 1, true, false))).isInstanceOf(Ejml.class);
    assertThat(Product.inOrder(new Factors(1, 1, 16, false, false))).isInstanceOf(Panels.class);
    assertThat(Product.fastest(new Factors(64, 63, 16, false, false))).isInstanceOf(Panels.class);
    assertThat(Product.fastest(new Factors(64, 64, 16, false, false)))
        .isInstanceOf(OpenBlas.found() ? Blas.class : Panels.class);
  }

  @Test
  void should_say_what_multiplies_large_matrices() {
    assertThat(Product.ofLargeMatrices()).isEqualTo(OpenBlas.found() ? "OpenBLAS" : "Java");
    if (Runtime.version().feature() < 22) {
      assertThat(Product.ofLargeMatrices()).isEqualTo("Java");
    }
  }

  /** Where OpenBLAS is installed and may be called: Java 22 with native access. */
  @Test
  void should_agree_with_ejml_by_openblas() {
    assumeTrue(OpenBlas.found());
    for (Example e : examples()) {
      DMatrixRMaj C = filled(e.product, Double.NaN);
      new Blas(e.factors).multiply(e.A, e.B, C);
      DMatrixRMaj sum = filled(e.product, 3);
      new Blas(e.factors).add(-0.5, e.A, e.B, sum, null);
      double size = Math.sqrt(e.factors.inner());
      for (int i = 0; i < C.data.length; i++) {
        assertThat(C.data[i]).isCloseTo(e.product.data[i], within(RELATIVE * size));
        assertThat(sum.data[i]).isCloseTo(3 - 0.5 * e.product.data[i], within(RELATIVE * size));
      }
    }
  }

  @Test
  void should_cut_a_long_product_into_strips_of_rows() {
    assumeTrue(OpenBlas.found());
    for (boolean first : new boolean[] {false, true}) {
      Example e = example(37, 300, 50, first, false);
      DMatrixRMaj C = filled(e.product, Double.NaN);
      new Blas(e.factors, 4 * 300 * 50).multiply(e.A, e.B, C);
      for (int i = 0; i < C.data.length; i++) {
        assertThat(C.data[i]).isCloseTo(e.product.data[i], within(RELATIVE * 20));
      }
    }
  }
}
