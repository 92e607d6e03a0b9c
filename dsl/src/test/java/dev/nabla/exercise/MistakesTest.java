package dev.nabla.exercise;

import static dev.nabla.Nabla.check;
import static dev.nabla.Nabla.column;
import static dev.nabla.Nabla.derivative;
import static dev.nabla.Nabla.exercise;
import static dev.nabla.Nabla.graph;
import static dev.nabla.Nabla.hinge;
import static dev.nabla.Nabla.hint;
import static dev.nabla.Nabla.jacobian;
import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.net;
import static dev.nabla.Nabla.oneHot;
import static dev.nabla.Nabla.relu;
import static dev.nabla.Nabla.row;
import static dev.nabla.Nabla.softmax;
import static dev.nabla.Nabla.squaredError;
import static dev.nabla.Nabla.tanh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.exercise.mistake.Catalogue;
import dev.nabla.exercise.mistake.Mistake;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake of the catalogue, made by hand, and what is said about it. */
class MistakesTest {
  private static final List<Sheet> WORKSHEETS = Sheets.ofWorksheets();
  private static final Sheet BATCH = Sheets.worksheet4();
  private static final Sheet SIGMOID = WORKSHEETS.get(6);
  private static final Sheet LOGISTIC = WORKSHEETS.get(5);
  private static final Sheet SQUARE =
      new Sheet(
          List.of(matrix("0.5 -1; 1.5 0.25"), matrix("1 0.5; -0.5 2")),
          List.of(column(0.1, -0.2), column(0.3, 0)),
          List.of("tanh", "identity"),
          "squaredError",
          false,
          false,
          matrix("1 0.5; 2 -0.3"),
          matrix("1 0; 1 2"),
          0.1);
  private static final Sheet CLASSES =
      new Sheet(
          List.of(matrix("0.5 -1; 1.5 0.25; 0.3 0.8")),
          List.of(column(0.1, -0.2, 0)),
          List.of("softmax"),
          "squaredError",
          true,
          false,
          matrix("1 0.5; 2 -0.3"),
          matrix("1 0; 0 0; 0 1"),
          0.1);

  @BeforeEach
  void openExercises() {
    Exercises.clear();
    open("batch", BATCH);
    open("sigmoid", SIGMOID);
    open("logistic", LOGISTIC);
    open("square", SQUARE);
    open("classes", CLASSES);
    exercise(
        "intercept",
        net()
            .intercept()
            .layer(matrix("2 1 0; 0 2 0"), relu)
            .layer(row(0, 1, 2))
            .loss(squaredError.half())
            .forward(1, 2)
            .backward(3));
    exercise(
        "hinge",
        net()
            .noBias()
            .layer(matrix("1 0 0; 0 1 0; 0 0 1"), softmax)
            .loss(hinge(.25))
            .forward(LOGITS)
            .backward(oneHot(3, 1, 3)));
    var g = graph("a = (w + x + y)^2; b = (x - y - z)^2; v = c (a - b)^2");
    exercise("paths", g);
    exercise("numbers", g.at("c=2 w=1 x=0.5 y=1 z=-1").backward());
    exercise("functions", graph("f = sin(x y)/z + exp(x z)/(x y)"));
    exercise(
        "kink", net().layer(matrix("1 0; 0 1")).loss(hinge(.5)).forward(.75, .25).backward(1, 0));
    open("turned", SQUARE.withInputsByOutputs());
    exercise(
        "hidden",
        graph("W: n x d, x: d, b: n, phi: R -> R; z = W x + b; r = y - sum(phi(z)); f = r^2")
            .at(
                "W",
                matrix("1 -1; 2 1"),
                "b",
                column(2, -1),
                "x",
                column(1, 2),
                "y",
                5,
                "phi",
                tanh)
            .backward());
    exercise("values")
        .asks("J", jacobian(x -> matrix("1 2; 3 4; 5 6").mult(x), column(1, 1)))
        .asks("X^Ty", column(15, 58))
        .asks("theta", column(-0.15, 1.3))
        .asks("dL/dW", matrix("3 6 9; 1 2 3"))
        .asks("slope", derivative("1/(1 + exp(-x))", "x"));
    var Jg = jacobian(x -> matrix("1 2; 3 4").mult(x), column(1, 1));
    var Jf = jacobian(u -> u.elementMult(u), column(3, 7));
    exercise("jacobians").asks("Jg", Jg).asks("Jf", Jf).asks("J", Jf.times(Jg));
    exercise("softmax").asks("J", jacobian(softmax, column(0, 0)));
    exercise(
        "plain",
        net().layer(matrix("2 1; 0 1"), tanh).layer(row(1, -1)).forward(1, 0.5).backward());
  }

  private static final SimpleMatrix LOGITS = matrix("1 0; 2 1; 0 3");

  private static void open(String id, Sheet sheet) {
    exercise(id, Sheets.backward(sheet)).step(sheet.rate());
  }

  /** One mistake and the words for it. */
  record Example(String tag, String question, Object answer, String words) {
    @Override
    public String toString() {
      return tag + " in " + question;
    }
  }

  private static Example made(
      String slip, String tag, String id, Sheet sheet, String name, String words) {
    Student student = new Student(sheet, Set.of(new Student.Slip(slip, 0)), -1, false);
    return new Example(tag, id + " " + name, student.notes().get(name), words);
  }

  private static Example batch(String tag, String name, String words) {
    return made(tag, tag, "batch", BATCH, name, words);
  }

  private static SimpleMatrix right(Sheet sheet, String name) {
    return new Student(sheet, Set.of(), -1, false).notes().get(name);
  }

  static Stream<Example> examples() {
    return Stream.of(
        batch(
            "transposed",
            "dW1",
            "Your dW1 is the transpose of dL/dW1. W1 is 3 x 2; which shape must its"
                + " gradient have?"),
        batch(
            "target-minus-output",
            "delta2",
            "Your delta2 is what comes out when Y - Z2 stands for Z2 - Y. If the"
                + " output grows a little, does Z2 - Y grow or shrink?"),
        batch(
            "mean-forgotten",
            "dW2",
            "Your dW2 is what comes out when 1/N is left out of delta2. This loss is"
                + " a mean over 4 examples. Where does that number appear in delta2?"),
        batch(
            "mean-twice",
            "delta2",
            "Your delta2 is what comes out when 1/N is there twice. How often does"
                + " the loss divide by the number of examples?"),
        batch(
            "half-forgotten",
            "loss",
            "Your loss is what comes out when the factor 1/2 is left out. Which"
                + " factor does the loss have in front of the square?"),
        batch(
            "half-forgotten",
            "delta2",
            "Your delta2 is what comes out when the factor 1/2 is left out. The loss"
                + " has a 1/2 in front of its square. What does it do to the 2 from the"
                + " derivative?"),
        batch(
            "slope-forgotten",
            "delta1",
            "Your delta1 is what comes out when the slope relu'(S1) is left out."
                + " What does relu do to the derivative of an entry whose S1 is negative?"),
        batch(
            "slope-forgotten",
            "dW1",
            "Your dW1 is what comes out when the slope relu'(S1) is left out of"
                + " delta1. What does relu do to the derivative of an entry whose S1 is"
                + " negative?"),
        batch(
            "activation-for-slope",
            "delta1",
            "Your delta1 is what comes out when the activation itself stands in"
                + " place of its slope relu'(S1). Which function do you multiply by on the"
                + " way back: relu or its derivative?"),
        batch(
            "slope-of-gradient",
            "delta1",
            "Your delta1 is what comes out when the signs of dZ1, not those of S1,"
                + " make the mask. Which units did relu switch off on the way forward?"),
        batch(
            "weights-forgotten",
            "dZ1",
            "Your dZ1 is what comes out when W2^T is left out. By how much does a"
                + " unit change the layer above it?"),
        batch(
            "delta-forgotten",
            "dW2",
            "Your dW2 is what comes out when delta2 is left out. What has come down"
                + " from the result before this step?"),
        made(
            "s-for-z-in-gradient",
            "s-for-z",
            "batch",
            BATCH,
            "dW2",
            "Your dW2 is what comes out when S1 stands for Z1. What leaves a unit:"
                + " its sum, or its activation?"),
        batch(
            "activation-forgotten",
            "Z1",
            "Your Z1 is what comes out when relu is left out. What does this layer"
                + " do after its sum?"),
        batch(
            "loss-not-squared",
            "loss",
            "Your loss is what comes out when errors are added without squares. What"
                + " keeps errors of opposite sign from canceling?"),
        batch(
            "updated-too-early",
            "dZ1",
            "Your dZ1 is what comes out when the weights W2 are already the new"
                + " ones. Which weights was the forward pass made with?"),
        batch(
            "update-added",
            "newW1",
            "Your newW1 is what comes out when either the gradient is added, or Y -"
                + " Z2 stands for Z2 - Y in delta2. These numbers cannot tell: which of"
                + " them did you do?"),
        batch(
            "rate-forgotten",
            "newW1",
            "Your newW1 is what comes out when either the learning rate is left out,"
                + " or the factor 1/2 is left out of delta2. These numbers cannot tell:"
                + " which of them did you do?"),
        batch(
            "step-alone",
            "newW1",
            "Your newW1 is what comes out when the old value is left out. Where does"
                + " the step start?"),
        new Example(
            "sign",
            "batch S1",
            right(BATCH, "S1").scale(-1),
            "Your S1 has the right magnitudes and every sign turned around. Which minus"
                + " on the way is lost, or there once too often?"),
        new Example(
            "factor",
            "batch Z1",
            right(BATCH, "Z1").scale(2),
            "Every entry of your Z1 is off by a factor 2. Where do a 2 or a 1/2 come"
                + " from in this calculation, and do they cancel?"),
        made(
            "slope-at-activation",
            "slope-at-activation",
            "sigmoid",
            SIGMOID,
            "delta1",
            "Your delta1 is what comes out when the slope is taken at the activation"
                + " instead of at S1. What goes into sigmoid on the way forward?"),
        made(
            "activation-for-slope",
            "activation-for-slope",
            "sigmoid",
            SIGMOID,
            "delta1",
            "Your delta1 is what comes out when the activation itself stands in"
                + " place of its slope sigmoid'(S1). Which function do you multiply by on"
                + " the way back: sigmoid or its derivative?"),
        made(
            "slope-forgotten",
            "slope-forgotten",
            "sigmoid",
            SIGMOID,
            "delta1",
            "Your delta1 is what comes out when the slope sigmoid'(S1) is left out."
                + " By how much does sigmoid change when its S1 changes a little?"),
        made(
            "bias-forgotten",
            "bias-forgotten",
            "sigmoid",
            SIGMOID,
            "S1",
            "Your S1 is what comes out when b1 is left out. Which parameters does"
                + " this layer have besides its weights?"),
        made(
            "bias-averaged",
            "bias-averaged",
            "sigmoid",
            SIGMOID,
            "db1",
            "Your db1 is what comes out when either the mean over the examples"
                + " stands for the sum, or 1/N is there twice in delta2. These numbers"
                + " cannot tell: which of them did you do?"),
        new Example(
            "bias-not-summed",
            "sigmoid db1",
            right(SIGMOID, "delta1"),
            "Your db1 is what comes out when delta1 is not summed over the examples."
                + " The same b is used for every example. How do their shares come together?"),
        made(
            "target-forgotten",
            "target-forgotten",
            "logistic",
            LOGISTIC,
            "delta1",
            "Your delta1 is what comes out when the target is left out. What would"
                + " the error be if the output were exactly the target?"),
        made(
            "log-base",
            "log-base",
            "logistic",
            LOGISTIC,
            "loss",
            "Your loss is what comes out when another logarithm than the natural one"
                + " is used. Which key did you press: ln, or log?"),
        made(
            "square-forgotten",
            "square-forgotten",
            "square",
            SQUARE,
            "delta2",
            "Your delta2 is what comes out when either a 1/N that this loss does not"
                + " have is used, or the 2 that comes down from the square is left out."
                + " These numbers cannot tell: which of them did you do?"),
        made(
            "weights-not-transposed",
            "weights-not-transposed",
            "square",
            SQUARE,
            "dZ1",
            "Your dZ1 is what comes out when W2 is used without its transpose. On"
                + " the way forward W2 leads from inputs to outputs. Which way does a"
                + " gradient go?"),
        new Example(
            "mean-added",
            "square dW1",
            right(SQUARE, "dW1").scale(0.5),
            "Your dW1 is what comes out when either a 1/N that this loss does not"
                + " have is used, or the 2 that comes down from the square is left out of"
                + " delta2. These numbers cannot tell: which of them did you do?"),
        new Example(
            "half-added",
            "square loss",
            right(SQUARE, "loss").scale(0.5),
            "Your loss is what comes out when either a 1/N that this loss does not"
                + " have is used, or there is one more 1/2. These numbers cannot tell:"
                + " which of them did you do?"),
        new Example(
            "entrywise-for-product",
            "square dZ1",
            matrix("1 -0.5; 0.5 2").elementMult(right(SQUARE, "delta2")),
            "Your dZ1 is what comes out when W2^T and delta2 are multiplied entry by"
                + " entry. Is dZ1 a sum of products, or a single product in each entry?"),
        new Example(
            "product-for-entrywise",
            "square delta1",
            right(SQUARE, "dZ1").mult(tanh.slope(right(SQUARE, "S1"))),
            "Your delta1 is what comes out when dZ1 and tanh'(S1) are multiplied as"
                + " matrices. How does a change of one entry of tanh'(S1) reach the other"
                + " entries?"),
        made(
            "transposed",
            "transposed",
            "square",
            SQUARE,
            "dW1",
            "Your dW1 is the transpose of dL/dW1. Which index of W1 counts the units"
                + " of the layer?"),
        made(
            "softmax-diagonal",
            "softmax-diagonal",
            "classes",
            CLASSES,
            "delta1",
            "Your delta1 is what comes out when only the diagonal p (1 - p) of the"
                + " softmax Jacobian is used. If one logit grows, what happens to the other"
                + " probabilities?"),
        made(
            "softmax-by-rows",
            "softmax-by-rows",
            "classes",
            CLASSES,
            "Z1",
            "Your Z1 is what comes out when softmax runs along the rows. Which"
                + " numbers must add up to 1: those of one example, or those of one class?"),
        made(
            "softmax-not-normalized",
            "softmax-not-normalized",
            "classes",
            CLASSES,
            "Z1",
            "Your Z1 is what comes out when the exponentials are not divided by"
                + " their sum. What do the probabilities of one example add up to?"),
        new Example(
            "hinge-margin-forgotten",
            "hinge dZ1",
            "-1 0; 1 0; 0 0",
            "Your dZ1 is what comes out when either S1 stands for Z1, or the active"
                + " set is found without the margin, or softmax is left out of Z1. These"
                + " numbers cannot tell: which of them did you do?"),
        new Example(
            "hinge-count",
            "hinge dZ1",
            "-1 0; 1 0; 1 0",
            "Your dZ1 is what comes out when the true class has -1 however many"
                + " classes are active. In how many terms of the sum does the true class"
                + " appear?"),
        new Example(
            "hinge-kink",
            "kink dZ1",
            "0; 0",
            "Your delta1 is what comes out when either a term that is exactly 0 is"
                + " counted the other way, or the active set is found without the margin."
                + " These numbers cannot tell: which of them did you do?"),
        new Example(
            "absolute-value",
            "batch Z1",
            "0.458 0.1205 0.442 0.1195; 0.869 0.1615 0.181 0.1185; 0.704 0.044 0.704 0.044",
            "Your Z1 is what comes out when negative numbers lose their minus sign"
                + " but stay. What does relu make of a negative number?"),
        new Example(
            "index",
            "intercept dW2[1,1]",
            4,
            "Your dW2[1,1] is what comes out when another entry of dW2 is read. Do"
                + " rows and columns count from 0 or from 1 here, and which of them comes"
                + " first?"),
        new Example(
            "intercept-kept",
            "intercept dZ1",
            "0; 4; 8",
            "Your dZ1 is what comes out when the line of the intercept is kept. Does"
                + " the constant 1 depend on anything below it?"),
        new Example(
            "stacked-by-rows",
            "values dL/dW",
            "3 9 2; 6 1 3",
            "Your dL/dW is what comes out when the entries are stacked in another order. Do the"
                + " entries come column by column, or row by row?"),
        new Example(
            "another-question",
            "values theta",
            "15; 58",
            "Your theta is the right answer to another question, X^Ty. What is the difference"
                + " between theta and X^Ty?"),
        new Example(
            "transposed",
            "values J",
            "1 3 5; 2 4 6",
            "Your J is the transpose of the right J. Its rows count outputs, its columns inputs:"
                + " how many of each are there?"),
        new Example(
            "factors-exchanged",
            "jacobians J",
            "6 28; 18 56",
            "Your J is what comes out when Jg stands in front of Jf. Which function is used first,"
                + " and on which side of the product does its Jacobian stand?"),
        new Example(
            "factor-forgotten",
            "jacobians J",
            "1 2; 3 4",
            "Your J is what comes out when one of the two Jacobians is left out. How many functions"
                + " does a change of the input go through?"),
        new Example(
            "factors-added",
            "jacobians J",
            "7 2; 3 18",
            "Your J is what comes out when Jf and Jg are added. Is one function used after the"
                + " other here, or are two functions added?"),
        new Example(
            "factor-transposed",
            "jacobians J",
            "6 18; 28 56",
            "Your J is what comes out when one of the two Jacobians is used transposed. Does each"
                + " row of both Jacobians belong to one output?"),
        new Example(
            "wrong-point",
            "jacobians Jf",
            "2 0; 0 2",
            "Your Jf is what comes out when the Jacobian is taken at another point. Which numbers"
                + " go into this function?"),
        new Example(
            "softmax-term-forgotten",
            "softmax J",
            "0.5 0; 0 0.5",
            "Your J is what comes out when one of the two terms of the softmax Jacobian is left"
                + " out. What do the entries of each of its columns add up to?"),
        new Example(
            "softmax-diagonal",
            "softmax J",
            "0.25 0; 0 0.25",
            "Your J is what comes out when only the diagonal p (1 - p) of the softmax Jacobian is"
                + " used. If one logit grows, what happens to the other probabilities?"),
        new Example(
            "sign-lost",
            "softmax J",
            "0.75 0.25; 0.25 0.75",
            "Your J is what comes out when the minus sign of diag(p) - p p^T is lost. Which of the"
                + " two is taken away from the other in diag(p) - p p^T?"),
        new Example(
            "entrywise-for-product",
            "jacobians J",
            "6 0; 0 56",
            "Your J is what comes out when Jf and Jg are multiplied entry by entry. Is J a sum of"
                + " products, or a single product in each entry?"),
        new Example(
            "sign-lost",
            "values slope",
            "-sigma(x) (1 - sigma(x))",
            "Your slope is what comes out when the minus sign of -x is lost in df/dx. If x grows,"
                + " does -x grow or shrink?"),
        new Example(
            "partial-forgotten",
            "values slope",
            "1/(1 + exp(-x))^2",
            "Your slope is what comes out when the local partial of exp(-x) is left out of"
                + " df/d(-x). By how much does exp(-x) change when (-x) changes a little?"),
        new Example(
            "intercept-forgotten",
            "intercept S1",
            "1; 2",
            "Your S1 is what comes out when the constant 1 and its weights are left out. What does"
                + " index 0 of W1 belong to?"),
        new Example(
            "weights-transposed",
            "square S1",
            matrix("0.5 1.5; -1 0.25")
                .mult(matrix("1 0.5; 2 -0.3"))
                .plus(matrix("0.1 0.1; -0.2 -0.2")),
            "Your S1 is what comes out when W1 is used transposed. Which entries of W1 belong to"
                + " the first entry of S1: a row or a column?"),
        made(
            "weights-not-transposed",
            "weights-not-transposed",
            "turned",
            SQUARE.withInputsByOutputs(),
            "S1",
            "Your S1 is what comes out when W1 is used without its transpose. What do the rows of"
                + " W1 count, and over what does each sum run?"),
        made(
            "slope-added",
            "slope-added",
            "logistic",
            LOGISTIC,
            "delta1",
            "Your delta1 is what comes out when a slope of the last activation is multiplied in"
                + " once more. What becomes of z (1 - z) when the derivative of this loss is"
                + " multiplied by it?"),
        new Example(
            "operation-forgotten",
            "hidden z",
            "-1; 4",
            "Your z is what comes out when an operation of W x + b is left out. Which operations"
                + " are there in W x + b, one by one?"),
        new Example(
            "power-as-product",
            "hidden f",
            6.486702180715009,
            "Your f is what comes out when base and exponent of r^2 are multiplied. How often does"
                + " the base stand in r^2 when it is written out?"),
        new Example(
            "sign-lost",
            "hidden r",
            6.756648909642495,
            "Your r is what comes out when the minus sign of y - sum(phi(z)) is lost. Which of the"
                + " two is taken away from the other in y - sum(phi(z))?"),
        new Example(
            "weights-forgotten",
            "hidden df/dx",
            "-2.78824652238813; -2.78824652238813",
            "Your df/dx is what comes out when W^T is left out. By how much does one entry of x"
                + " change the product it goes into?"),
        new Example(
            "ones-forgotten",
            "intercept Z1",
            "3; 2",
            "Your Z1 is what comes out when the constant 1 is left out. Which unit"
                + " has index 0 in this net?"),
        new Example(
            "path-forgotten",
            "paths dv/dx",
            "4c(a-b)(w+x+y)",
            "Your dv/dx is what comes out when a path from x to the result is left"
                + " out. Along how many paths does x reach the result?"),
        new Example(
            "sign-lost",
            "paths dv/dx",
            "4c(a-b)(w+x+y) + 4c(a-b)(x-y-z)",
            "Your dv/dx is what comes out when the minus sign of a - b is lost in"
                + " dv/db. If b grows, does a - b grow or shrink?"),
        new Example(
            "exponent-forgotten",
            "paths dv/dx",
            "2c(a-b)(w+2y+z)",
            "Your dv/dx is what comes out when the exponent of (a - b)^2 does not"
                + " come down in dv/d(a - b). What is the derivative of a power?"),
        new Example(
            "power-not-lowered",
            "paths dv/dx",
            "4c(a-b)^2(w+2y+z)",
            "Your dv/dx is what comes out when the power (a - b)^2 does not become"
                + " smaller in dv/d(a - b). What is the derivative of a power?"),
        new Example(
            "partial-forgotten",
            "paths dv/dx",
            "2c(a-b) - 4c(a-b)(x-y-z)",
            "Your dv/dx is what comes out when the local partial of (w + x + y)^2 is"
                + " left out of dv/d(w + x + y). By how much does (w + x + y)^2 change when"
                + " (w + x + y) changes a little?"),
        new Example(
            "paths-multiplied",
            "paths dv/dx",
            "-16c^2 (a-b)^2 (w+x+y)(x-y-z)",
            "Your dv/dx is what comes out when the two paths to x are multiplied."
                + " Two paths carry a change at the same time. Do their effects add or"
                + " multiply?"),
        new Example(
            "sign",
            "paths dv/dx",
            "-4c(a-b)(w+2y+z)",
            "Your dv/dx has the right magnitude and the wrong sign. Which minus on the"
                + " way is lost, or there once too often?"),
        new Example(
            "path-forgotten",
            "numbers dv/dx",
            120,
            "Your dv/dx is what comes out when a path from x to the result is left"
                + " out. Along how many paths does x reach the result?"),
        new Example(
            "sign-lost",
            "functions df/dz",
            "sin(x y)/z^2 + exp(x z)/y",
            "Your df/dz is what comes out when the minus sign of sin(x y)/z is lost."
                + " If z grows, does sin(x y)/z grow or shrink?"),
        new Example(
            "function-for-slope",
            "functions df/dy",
            "x sin(x y)/z - exp(x z)/(x y^2)",
            "Your df/dy is what comes out when sin(x y) itself stands for its"
                + " derivative in df/d(x y). What is the derivative of this function?"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void should_say_what_is_seen_and_ask_one_question(Example example) {
    Verdict verdict = check(example.question, example.answer);
    assertThat(verdict.words()).isEqualTo(example.words);
    assertThat(verdict.tags()).contains(example.tag);
    assertThat(verdict.isRight()).isFalse();
    assertThat(verdict.words().chars().filter(c -> c == '?')).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void should_give_three_hints_for_it(Example example) {
    check(example.question, example.answer);
    Set<String> hints = new HashSet<>();
    for (int level = 1; level <= 3; level++) {
      hints.add(hint(example.question, level).words());
    }
    assertThat(hints).hasSize(3).allSatisfy(words -> assertThat(words).matches(".*[.?)]"));
  }

  @Test
  void should_go_on_from_the_students_own_factor() {
    check("jacobians Jg", "1 2; 3 5");
    Verdict verdict = check("jacobians J", "6 12; 42 70");
    assertThat(verdict.isRight()).isTrue();
    assertThat(verdict.words())
        .isEqualTo("right from your Jg: J (2 x 2). Your Jg itself is not right yet.");
  }

  @Test
  void should_have_an_example_of_every_mistake() {
    Set<String> tags = new TreeSet<>();
    Catalogue.ALL.stream().map(Mistake::tag).forEach(tags::add);
    assertThat(tags).hasSameSizeAs(Catalogue.ALL);
    assertThat(examples().map(Example::tag)).containsAll(tags);
  }
}
