import NeuralNetwork
import TerminalCanvas

extension Workbench {
  static let keys: [KeyBinding] = timeKeys + runKeys + screenKeys

  private static let timeKeys: [KeyBinding] = [
    row(["p"], .togglePlaying, "play", rank: 3, "Play or pause the training", .time),
    row(
      ["."], .advance(.phase), "phase", rank: 9,
      "One phase ahead: a layer, the loss, the update", .time),
    row([","], .rewind(.phase), "phase back", rank: 17, "One phase back", .time),
    row(["u"], .advance(.update), "update", rank: 4, "One update ahead", .time),
    row(["U"], .rewind(.update), "update back", rank: 16, "One update back", .time),
    row(["e"], .advance(.epoch), "epoch", rank: 15, "One epoch ahead", .time),
    row(["E"], .rewind(.epoch), nil, "One epoch back", .time),
    row(["("], .scrubTenths(-1), nil, "Back by a tenth of the time that was seen", .time),
    row([")"], .scrubTenths(1), nil, "Ahead by a tenth of it", .time),
    row(["]"], .faster, "faster", rank: 11, "Play faster", .time),
    row(["["], .slower, "slower", rank: 12, "Play slower", .time),
    row(["r"], .restart, "restart", rank: 18, "Restart the run from its first numbers", .time),
    row(
      ["R"], .recover, nil,
      "After a divergence: back to where the loss was lowest, with a rate that trains", .time),
    row(["s"], .newSeed, "seed", rank: 20, "Start again from a new seed", .time),
  ]

  private static let runKeys: [KeyBinding] = [
    row(
      ["+", "="], .scaleLearningRate(.coarseUp), "η", rank: 8,
      "Learning rate up (1, 2, 5, 10 …)", .run),
    row(["-"], .scaleLearningRate(.coarseDown), nil, "Learning rate down", .run),
    row([">"], .scaleLearningRate(.fineUp), nil, "Learning rate up a little", .run),
    row(["<"], .scaleLearningRate(.fineDown), nil, "Learning rate down a little", .run),
    row(["0"], .scaleLearningRate(.reset), nil, "Learning rate as the lesson set it", .run),
    row(
      ["a"], .cycleActivation, "activation", rank: 14, "Another activation in the hidden layers",
      .run),
    row(["m"], .cycleLoss, "loss", rank: 19, "Another way to measure the loss", .run),
    row(
      ["c"], .toggleComparison, "compare", rank: 13,
      "Fork a second run to compare with; again to go on with the first", .run),
    row(["v"], .switchRun, nil, "The keys act on the other run", .run),
    row([.down, "j"], .selectParameter(1), nil, "Select the next parameter", .run),
    row([.up, "k"], .selectParameter(-1), nil, "Select the previous parameter", .run),
    row(
      ["W"], .beginValue, "weight", rank: 29, "Type another value for the selected parameter", .run
    ),
    row(["x"], .selectSample(1), "sample", rank: 24, "Show the next sample of the data set", .run),
    row(["X"], .selectSample(-1), nil, "Show the previous sample of the data set", .run),
    row(
      ["d"], .checkGradient, "check", rank: 23,
      "Check the selected gradient with a finite difference", .run),
  ]

  private static let screenKeys: [KeyBinding] = [
    row([.tab], .focusNextPanel, "panel", rank: 14, "Focus the next panel", .screen),
    row([.backTab], .focusPreviousPanel, nil, "Focus the previous panel", .screen),
    row(["z"], .toggleZoom, "zoom", rank: 10, "Zoom the focused panel", .screen),
    row(
      ["y"], .toggleLogScale, "log", rank: 25,
      "Loss on a linear or a logarithmic scale; in 'training and held out' losses or accuracies",
      .screen),
    row(["O"], .toggleSorting, nil, "Parameters in order, or the largest change first", .screen),
    row(["T"], .toggleLogTime, nil, "Updates on a linear or a logarithmic scale", .screen),
    row(
      ["D"], .cycleHistogram, nil, "The histogram of weights, activations or gradients", .screen),
    row(["N"], .selectMistake, nil, "Show the next sample that is classified wrong", .screen),
    row(
      ["L"], .toggleLegend, "legend", rank: 27, "What every sign and color on the screen means",
      .screen),
    row(
      ["f"], .smoothMore, "smooth", rank: 26,
      "Smooth the loss curve, more, most, no more; the raw one stays behind it", .screen),
  ]

  /// While the value of a parameter is typed.
  static let valueKeys: [KeyBinding] = [
    row([.enter], .commitValue, "set", rank: 1, "Set the parameter to the typed value", .run),
    row([.backspace], .eraseValue, "erase", rank: 2, "Erase the last character", .run),
    KeyBinding([.escape], .close, "cancel", rank: 3, help: "Leave the parameter alone", .run),
  ]

  private static func row(
    _ keys: [Key], _ message: Message, _ short: String?, rank: Int? = nil, _ help: String,
    _ group: KeyBinding.Group
  ) -> KeyBinding {
    KeyBinding(keys, .workbench(message), short, rank: rank, help: help, group)
  }
}
