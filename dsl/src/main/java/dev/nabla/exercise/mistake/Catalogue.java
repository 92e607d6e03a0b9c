package dev.nabla.exercise.mistake;

import java.util.List;

/** All mistakes that are known, the more frequent of two that look alike first. */
public final class Catalogue {
  /** In the order in which they are named. */
  public static final List<Mistake> ALL =
      List.of(
          new Transposed(),
          new EntrywiseForProduct(),
          new ProductForEntrywise(),
          new WeightsNotTransposed(),
          new WeightsTransposed(),
          new TargetMinusOutput(),
          new Negated(),
          new MeanForgotten(),
          new MeanTwice(),
          new MeanAdded(),
          new HalfForgotten(),
          new SquareForgotten(),
          new HalfAdded(),
          new Doubled(),
          new SlopeForgotten(),
          new SlopeOfActivation(),
          new ActivationForSlope(),
          new SlopeFromGradient(),
          new SlopeAdded(),
          new WeightsForgotten(),
          new DeltaForgotten(),
          new PreActivationForActivation(),
          new ActivationForgotten(),
          new AbsoluteValue(),
          new WrongIndex(),
          new TargetForgotten(),
          new BiasForgotten(),
          new InterceptForgotten(),
          new BiasNotSummed(),
          new BiasAveraged(),
          new InterceptKept(),
          new OnesForgotten(),
          new SoftmaxDiagonal(),
          new SoftmaxByRows(),
          new SoftmaxNotNormalized(),
          new HingeKink(),
          new HingeMargin(),
          new HingeCount(),
          new LogBase(),
          new LossSquareForgotten(),
          new UpdatedTooEarly(),
          new UpdateAdded(),
          new RateForgotten(),
          new OldForgotten(),
          new PathForgotten(),
          new PathsMultiplied(),
          new PartialForgotten(),
          new SignLost(),
          new ExponentForgotten(),
          new PowerNotLowered(),
          new FunctionForSlope(),
          new StackedByRows(),
          new OperandAlone(),
          new PowerAsProduct());

  private Catalogue() {}
}
