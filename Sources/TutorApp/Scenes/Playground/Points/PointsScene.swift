import NeuralNetwork
import TerminalCanvas
import Workbench

/// The samples on the plane of two inputs, under the learner's hands: added, moved, deleted and given another class.
public struct PointsScene: Scene {
  /// The plane in the samples' own unit; it stays while the samples change.
  let x, y: Axis
  /// Where the cursor is: a share of the plane from its left and from its lower end.
  private(set) var column = 0.5, row = 0.5
  /// The place of the sample that is being moved.
  private(set) var held: [Double]?
  /// The class of the next sample.
  private(set) var group = 0

  /// What happens to the samples.
  public enum Message: Hashable, Sendable {
    /// The cursor moves by cells.
    case move(columns: Int, rows: Int)
    /// A sample more at the cursor; of the class that is chosen, or of this one.
    case add, addClass(Int)
    /// The nearest sample goes, gets the next class, or is taken up and put down.
    case delete, flip, carry
    /// What is in hand goes back to its place; with empty hands the last change is taken back.
    case undo
    /// The next class for new samples.
    case nextClass
    /// The first button at a cell of the plot: takes up the sample there, or adds one; then it moves, and is put down.
    case press(Point), drag(Point), release
    /// Other buttons at a cell.
    case flipAt(Point), deleteAt(Point)
  }

  /// Nil where the inputs span no plane or the targets mark no classes.
  init?(_ run: Run) {
    guard let data = try? run.samplesByHand, data.inputs.columns == 2, data.classCount != nil else {
      return nil
    }
    func axis(_ column: Int) -> Axis {
      let values = (0..<data.inputs.rows).map { data.inputs[$0, column] }
      let margin = max(0.5, ((values.max() ?? 1) - (values.min() ?? 0)) / 4)
      return Axis(from: (values.min() ?? 0) - margin, to: (values.max() ?? 1) + margin)
    }
    (x, y) = (axis(0), axis(1))
  }

  /// The name of the screen.
  public var title: String { "Samples by hand" }
  /// Its own keys.
  public var keyContext: KeyContext { .points }
  /// The runs lie beneath.
  public var hasWorkbench: Bool { false }
  /// Its session is the playground's.
  public var belongsToPlayground: Bool { true }
  /// There is one place only.
  public var whereabouts: [String] { [title] }

  /// Where the cursor is, and what lies nearest to it.
  public func words(_ model: Model) -> [String] {
    [
      "", title, parts(model).joined(separator: ", "),
      "h, j, k and l move the cursor, Enter adds a sample; help lists the keys.",
    ]
  }

  /// The place of the cursor.
  var place: [Double] { [x.value(at: column), y.value(at: row)] }

  /// In a sentence.
  func status(_ model: Model) -> String { parts(model).joined(separator: " · ") }

  private func parts(_ model: Model) -> [String] {
    let here = place.map { compact($0) }.joined(separator: " ")
    guard let data = try? model.run.samplesByHand, let index = nearest(in: data) else {
      return [here]
    }
    let other = data.inputs.row(index).map { compact($0) }.joined(separator: " ")
    let (state, names) = (held == nil ? "nearest" : "in hand", model.classNames)
    let sample =
      "sample \(index + 1) of \(data.count), class \(names[data.labels?[index] ?? 0]), at \(other)"
    return [here, "new: class \(names[group])", "\(state): \(sample)"]
  }

  /// The sample nearest to the cursor, or the one that is in hand.
  func nearest(in data: Dataset) -> Int? {
    let place = held ?? place
    func distance(_ index: Int) -> Double {
      let (across, down) = (data.inputs[index, 0] - place[0], data.inputs[index, 1] - place[1])
      return across * across + down * down
    }
    return (0..<data.inputs.rows).min { distance($0) < distance($1) }
  }

  /// Puts the cursor on a cell of a plot.
  mutating func point(at cell: Point, in plot: Rect) {
    column = (Double(cell.x - plot.x) + 0.5) / Double(max(1, plot.width))
    row = (Double(plot.maxY - 1 - cell.y) + 0.5) / Double(max(1, plot.height))
    (column, row) = (min(max(0, column), 1), min(max(0, row), 1))
  }

  mutating func move(_ columns: Int, _ rows: Int, in plot: Rect) {
    column = min(max(0, column + Double(columns) / Double(max(1, plot.width))), 1)
    row = min(max(0, row - Double(rows) / Double(max(1, plot.height))), 1)
  }

  mutating func choose(_ group: Int) { self.group = group }
  mutating func hold(_ place: [Double]?) { held = place }
}
