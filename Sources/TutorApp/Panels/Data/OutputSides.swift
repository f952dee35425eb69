import NeuralNetwork
import TerminalCanvas
import Workbench

/// The two sides that a network's only output parts samples into: two classes, or amounts below and above a middle.
struct OutputSides: Hashable, Sendable {
  /// The output between the sides: where the loss puts it between two classes, for amounts halfway between the smallest target
  /// and the largest.
  let middle: Double
  /// How far from the middle an output looks sure.
  let reach: Double
  /// Whether the sides are classes.
  let areClasses: Bool
  /// The middle in the table's own units.
  let shownMiddle: Double
  /// Whether the output goes from one side to the other at once.
  private let jump: Bool

  init(_ run: Run) {
    areClasses = run.dataset.classCount != nil
    hasOneTarget = run.dataset.targets.columns == 1
    jump = run.network.layers.last?.activation == .step
    guard !areClasses else {
      middle = run.loss.boundary
      shownMiddle = middle
      reach = run.loss.boundary == 0 ? 1 : 0.5
      return
    }
    let targets = run.dataset.targets.elements + (run.heldOut?.targets.elements ?? [])
    let (least, most) = (targets.min() ?? 0, targets.max() ?? 0)
    let middle = least / 2 + most / 2
    self.middle = middle
    shownMiddle =
      run.targetScaler?.unscaled(Matrix(rows: 1, columns: 1, elements: [middle])).elements.first
      ?? middle
    reach = most > least ? most / 2 - least / 2 : 1
  }

  /// Whether each target is one amount.
  var areAmounts: Bool { !areClasses && hasOneTarget }
  private let hasOneTarget: Bool

  /// What a sample of a group is, for the legend.
  func meaning(ofGroup group: Int, _ names: ClassNames) -> String {
    guard !areClasses else { return "a sample of class \(names[group])" }
    return "a target of \(group == 0 ? "at most" : "more than") \(compact(shownMiddle))"
  }

  /// What the line between the sides is, for the legend.
  var meaningOfLine: String {
    guard areClasses else {
      return
        "where the output is \(compact(shownMiddle)), halfway between the smallest and the largest target"
    }
    return jump ? "where z is 0, and the output jumps" : "where the network is undecided"
  }

  /// How an output looks: the more of one hue or the other, the further it is from the middle.
  func tone(of output: Double) -> Tone? { Tone(.sign, (output - middle) / reach) }

  /// The look of a sample whose target is an amount: on both sides the hue of an output that is as large, and never so close
  /// to the background that it is not seen.
  func mark(of target: Double) -> PlotMark {
    let share = (target - middle) / reach
    let seen = share > 0 ? max(0.7, share) : min(-0.7, share)
    return PlotMark(
      Self.amounts[share > 0 ? 1 : 0], Style(.text, .bold, tone: Tone(.sign, seen)), keepsHue: true)
  }

  /// Small and large amounts, also without color.
  static let amounts: [Character] = ["○", "●"]

  /// The group that each sample is drawn in: its class, or the side of its only target.
  func groups(of targets: Matrix) -> [Int] {
    (0..<targets.rows).map { row in
      guard targets.columns == 1 else { return targets.group(of: row) }
      return targets[row, 0] > middle ? 1 : 0
    }
  }
}

extension Run {
  /// The classes that each row of outputs stands for, by the boundary of the loss in force: one, or all that tie.
  func classes(of outputs: Matrix) -> [[Int]] { Guesses.classes(outputs, boundary: loss.boundary) }
}

extension Matrix {
  /// The place of a row's largest number.
  func group(of row: Int) -> Int { Metrics.largest(self.row(row)) }
}
