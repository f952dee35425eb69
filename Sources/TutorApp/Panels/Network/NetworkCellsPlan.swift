import TerminalCanvas

/// How the layers of a larger network share a rectangle: of all ways that fit, the one that shows the most weights of
/// their own, and of these the one with the most digits.
///
/// Numbers are whole or not there: what has no room for them has tones.
struct NetworkCellsPlan: Hashable {
  /// What stands beside one another.
  enum Part: Hashable {
    /// Activations; those of layer 0 are the inputs.
    case units(layer: Int)
    case weights(layer: Int)

    var isWeights: Bool {
      if case .weights = self { true } else { false }
    }
  }

  /// Rows of parts from the top.
  private(set) var bands: [[Part]] = []
  /// Rows of each, its header included: more for a band whose weights are more.
  private(set) var heights: [Int] = []
  /// Columns of an activation, without the mark behind it; 1 for a tone in its place.
  let unitWidth: Int
  /// Columns of an output, which has a number where the others have tones.
  private let outputWidth: Int
  /// Whether each weight is a number.
  let hasNumbers: Bool
  /// Columns that stay free for target, δ and bias behind the outputs.
  private let notesWidth: Int
  /// Weights that share a column.
  private let across: Int
  /// Columns that each layer's weights have beyond the least they need.
  private var spare = 0
  private let shape: [Int]
  private let imageSide: Int?

  private init(
    _ shape: [Int], imageSide: Int?, _ form: Form, across: Int, numbers: Bool = false
  ) {
    (self.shape, self.imageSide) = (shape, imageSide)
    (unitWidth, outputWidth, notesWidth) = (form.unit, form.output, form.notes)
    (self.across, hasNumbers) = (across, numbers)
  }

  /// The columns of activations, of outputs, and of what stands behind these.
  private typealias Form = (unit: Int, output: Int, notes: Int)

  /// From the most digits to none.
  private static let forms: [Form] = [
    (5, 5, 23), (5, 5, 14), (5, 5, 5), (3, 3, 5), (1, 5, 5), (1, 5, 0), (1, 1, 0),
  ]

  /// Whether every output has a row for its number.
  private var hasOutputNumbers: Bool {
    outputWidth > 1 && (shape.last ?? 1) < (heights.last ?? 0)
  }

  /// Columns of a unit's activation.
  func unitWidth(layer: Int) -> Int { layer == shape.count - 1 ? outputWidth : unitWidth }

  /// The best for a size.
  ///
  /// - Parameters:
  ///   - shape: units of every layer, the inputs first.
  ///   - imageSide: the columns of the inputs' image; nil where they are none.
  ///   - size: the room.
  ///   - samplesPerRow: how many weights may stand over one another in a row of cells.
  /// - Returns: a plan that fits, or for want of one the narrowest.
  static func best(
    for shape: [Int], imageSide: Int?, in size: Size, samplesPerRow: Int
  ) -> NetworkCellsPlan {
    func plan(_ form: Form, _ across: Int, numbers: Bool = false) -> NetworkCellsPlan {
      NetworkCellsPlan(shape, imageSide: imageSide, form, across: across, numbers: numbers)
    }
    var numbered = plan((5, 5, 14), 1, numbers: true)
    if numbered.isLaidOut(bands: 1, in: size, samplesPerRow), (shape.max() ?? 0) < size.height {
      return numbered
    }
    let plans = [1, 2, 3, 4, 6, 8, 16, 32].flatMap { across in
      (1...3).flatMap { bands in
        forms.compactMap { form -> NetworkCellsPlan? in
          var plan = plan(form, across)
          return plan.isLaidOut(bands: bands, in: size, samplesPerRow) ? plan : nil
        }
      }
    }
    if let best = best(of: plans, samplesPerRow) { return best }
    var last = plan((1, 1, 0), 1_000_000)
    _ = last.isLaidOut(bands: 1, in: size, samplesPerRow)
    return last
  }

  /// The one whose cells are shared by the fewest weights, the first of equals; numbers of the outputs are worth twice as
  /// many.
  private static func best(of plans: [NetworkCellsPlan], _ samplesPerRow: Int) -> NetworkCellsPlan?
  {
    let crowds = plans.map { $0.crowd(samplesPerRow) * ($0.hasOutputNumbers ? 1 : 2) }
    return zip(plans, crowds).min { $0.1 < $1.1 }?.0
  }

  /// The columns of a part, and of the gap behind a unit's mark.
  func width(of part: Part) -> Int {
    switch part {
    case .weights: leastWidth(of: part) + spare
    case .units: leastWidth(of: part)
    }
  }

  private func leastWidth(of part: Part) -> Int {
    switch part {
    case .units(0): return imageSide.map { $0 + 1 } ?? unitWidth + 1
    case .units(let layer):
      return unitWidth(layer: layer) + 1 + (layer == shape.count - 1 ? notesWidth : 0)
    case .weights(let layer):
      let columns = shape[layer]
      return hasNumbers ? 6 * columns : (columns + across - 1) / across
    }
  }

  /// Weights that share a cell in the layer where they are the most.
  private func crowd(_ samplesPerRow: Int) -> Int {
    zip(bands, heights).flatMap { band, height in
      band.map { part in
        guard case .weights(let layer) = part else { return 1 }
        let columns = shape[layer]
        let room = max(1, (height - 1) * samplesPerRow)
        let shown = max(1, leastWidth(of: part))
        return (lines(of: part) + room - 1) / room * ((columns + shown - 1) / shown)
      }
    }.max() ?? 1
  }

  /// Lines that a layer's weights, or the outputs, stand in.
  private func lines(of part: Part) -> Int {
    switch part {
    case .weights(let layer): shape[layer - 1]
    case .units(0): imageSide == nil ? shape[0] : 0
    case .units(let layer): shape[layer]
    }
  }

  /// Lays the layers into bands; false where they do not fit.
  private mutating func isLaidOut(bands count: Int, in size: Size, _ samplesPerRow: Int) -> Bool {
    guard count == 1 || size.height / count >= 4 else { return false }
    bands = [[]]
    var width = 0
    for layer in shape.indices {
      let block: [Part] =
        layer == 0 ? [.units(layer: 0)] : [.weights(layer: layer), .units(layer: layer)]
      let needed = block.reduce(layer == 0 ? 0 : 1) { $0 + leastWidth(of: $1) }
      if width + needed > size.width, width > 0 {
        bands.append([])
        width = 0
      }
      bands[bands.count - 1] += block
      width += needed
    }
    shareHeight(size.height, samplesPerRow)
    shareSpareWidth(in: size.width)
    return bands.count <= count && bands.allSatisfy { leastWidth(of: $0) <= size.width }
  }

  /// To each band by the rows that its weights need; the outputs keep a row each where they are few.
  private mutating func shareHeight(_ height: Int, _ samplesPerRow: Int) {
    let needed = bands.map { band in
      1 + (band.map { (lines(of: $0) + samplesPerRow - 1) / samplesPerRow }.max() ?? 0)
    }
    let sum = max(1, needed.reduce(0, +))
    heights = needed.map { max(min(4, height / bands.count), $0 * height / sum) }
    let outputs = (shape.last ?? 1) + 1
    if let last = heights.last, last < outputs, 2 * outputs <= height {
      heights[heights.count - 1] = outputs
    }
    // What is left, or too much, is the first band's, but where all need the same: as many units look alike.
    let rest = height - heights.reduce(0, +)
    if rest < 0 || Set(needed).count > 1 || bands.count == 1 { heights[0] += rest }
  }

  private func leastWidth(of band: [Part]) -> Int {
    band.reduce(0) { $0 + leastWidth(of: $1) + ($1.isWeights ? 1 : 0) }
  }

  private mutating func shareSpareWidth(in width: Int) {
    spare =
      bands.map { band in
        max(0, width - leastWidth(of: band)) / max(1, band.count { $0.isWeights })
      }.min() ?? 0
  }
}
