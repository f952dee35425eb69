import NeuralNetwork

/// The numbers of a run and of a survey that have a name: lessons, goals, stops and tables use them.
extension GlossaryTerm {
  /// Those of the run as a whole, of a layer, a unit, a parameter and a sample, of a survey; each with a name as a lesson
  /// writes it.
  public static let quantities = figures + parts + surveyFigures

  private static let figures = [
    figure("loss", "The loss over all samples that are learned from, penalties included."),
    figure("data_loss", "The loss over all samples that are learned from, without penalties."),
    figure("batch_loss", "The loss of the next update's batch alone, as training sees it."),
    figure("heldout_loss", "The loss over the samples that are held out, without penalties."),
    figure("test_loss", "The loss over the test samples, without penalties."),
    figure("gap", "How much larger the loss over the held-out samples is than over the others."),
    figure("accuracy", "The share of the samples whose class is told right."),
    figure("heldout_accuracy", "The share of the held-out samples whose class is told right."),
    figure("test_accuracy", "The share of the test samples whose class is told right."),
    figure("learning_rate", "The learning rate of the next update, after the schedule."),
    figure(
      "edge", "The learning rate at which descent stops converging, where the loss is a parabola."),
    figure("update", "How many updates were made."),
    figure("epoch", "How many epochs are complete."),
    figure(
      "grad_norm",
      "The length of the gradient over all parameters that are trained, over all samples."
    ),
    figure(
      "r_squared", "The share of the targets' variance that the outputs explain: 1 is all of it."),
    figure("heldout_r_squared", "r_squared of the held-out samples."),
    figure("test_r_squared", "r_squared of the test samples."),
    figure(
      "rms_error",
      "The root of the mean squared error, in the unit of the targets: how far off an output is."),
    figure("heldout_rms_error", "rms_error of the held-out samples."),
    figure("test_rms_error", "rms_error of the test samples."),
    figure(
      "confusion", in: "confusion[1,2]", "How many samples of class 1 are taken for class 2."),
    figure("heldout_confusion", in: "heldout_confusion[1,2]", "confusion of the held-out samples."),
    figure("test_confusion", in: "test_confusion[1,2]", "confusion of the test samples."),
  ]

  private static let parts = [
    figure("input", in: "sample3.input[1]", "An input of a sample, the first without a number."),
    figure("target", in: "sample3.target[1]", "A target of a sample."),
    figure("output", in: "sample3.output[1]", "What an output makes of a sample."),
    figure(
      "z", in: "layer1.z[1]", "A unit's weighted sum with its bias, for a sample of the batch."),
    figure("u", in: "layer1.u[1]", "A unit's z after batch norm."),
    figure("a", in: "layer1.a[1]", "What a unit puts out for a sample of the batch."),
    figure("delta", in: "layer1.delta[1]", "The slope of the loss in a unit's z."),
    figure("w", in: "layer1.w[1,2]", "The weight into unit 1 from input 2."),
    figure("b", in: "layer1.b[1]", "The bias of unit 1."),
    figure("gamma", in: "layer1.gamma[1]", "What batch norm multiplies unit 1 by; learned."),
    figure("beta", in: "layer1.beta[1]", "What batch norm adds to unit 1; learned."),
    figure(
      "grad", in: "layer1.w[1,2].grad",
      "The gradient of a parameter over all samples; batch. in front makes it the next batch's."),
    figure(
      "numeric", in: "layer1.w[1,2].numeric",
      "The gradient of a parameter as a small nudge to both sides finds it, without the chain rule."
    ),
    figure("change", in: "layer1.w[1,2].change", "What the next update adds to a parameter."),
    figure("m", in: "layer1.w[1,2].m", "The optimizer's velocity or first moment of a parameter."),
    figure("s", in: "layer1.w[1,2].s", "The optimizer's second moment of a parameter."),
    figure(
      "bias_grad_norm", in: "layer1.bias_grad_norm",
      "The length of the gradient of a layer's biases."
    ),
    figure("dead", in: "layer1.dead", "How many units of a layer put out 0 for every sample."),
    figure("saturated", in: "layer1.saturated", "How many units of a layer are saturated."),
    figure(
      "mean", in: "layer1.mean", "The mean of what a layer's units put out, over all samples."),
    figure("std", in: "layer1.std", "The standard deviation of what a layer's units put out."),
  ]

  private static let surveyFigures = [
    figure(
      "share", in: "survey.share",
      "The share of a survey's runs that succeed; survey says the same."),
    figure("successes", in: "survey.successes", "How many runs of a survey succeed."),
    figure("median", in: "survey.median", "The middle of what a survey measures."),
    figure(
      "low", in: "survey[2].low", "The lowest of what a survey measures, at its second setting."),
    figure("high", in: "survey.high", "The highest of what a survey measures."),
  ]

  private static func figure(
    _ name: String, in example: String? = nil, _ meaning: String
  ) -> GlossaryTerm {
    GlossaryTerm(
      name, .quantity, aliases: example.map { [$0] } ?? [], meaning,
      value: { Quantity(parsing: example ?? name)?.value(in: $0).map(NumberFormat.automatic.text) })
  }
}
