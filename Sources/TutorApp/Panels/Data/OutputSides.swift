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

  init(_ run: Run) {
    areClasses = run.dataset.classCount != nil
    guard !areClasses else {
      middle = run.loss.boundary
      reach = run.loss.boundary == 0 ? 1 : 0.5
      return
    }
    let targets = run.dataset.targets.elements + (run.heldOut?.targets.elements ?? [])
    let (least, most) = (targets.min() ?? 0, targets.max() ?? 0)
    middle = least / 2 + most / 2
    reach = most > least ? most / 2 - least / 2 : 1
  }

  /// What a sample of a group is, for the legend.
  func meaning(ofGroup group: Int, _ names: ClassNames) -> String {
    guard !areClasses else { return "a sample of class \(names[group])" }
    return "a sample whose target is \(group == 0 ? "at most" : "more than") \(compact(middle))"
  }

  /// What the line between the sides is, for the legend.
  var meaningOfLine: String {
    areClasses
      ? "where the network is undecided"
      : "where the output is \(compact(middle)), halfway between the smallest and the largest target"
  }

  /// How an output looks: the more of one hue or the other, the further it is from the middle.
  func tone(of output: Double) -> Tone? { Tone(.sign, (output - middle) / reach) }

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
