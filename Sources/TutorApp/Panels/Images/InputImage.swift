import NeuralNetwork
import TerminalCanvas

/// Inputs that are the pixels of a square image, such as a digit's.
struct InputImage: Hashable {
  /// Pixels across and down.
  let side: Int
  private let scale: ToneScale
  private let scaler: Scaler?

  /// Fewer inputs than these are features, not pixels.
  static let leastInputs = 36

  /// The side of an image of so many pixels; nil where they make no square or are too few.
  static func side(ofInputs count: Int) -> Int? {
    guard count >= leastInputs else { return nil }
    let side = Int(Double(count).squareRoot().rounded())
    return side * side == count ? side : nil
  }

  /// Nil where the inputs are no image.
  init?(_ model: Model) {
    guard let side = Self.side(ofInputs: model.run.network.inputCount) else { return nil }
    self.side = side
    scaler = model.run.scaler
    let inputs = model.run.dataset.inputs
    let some = inputs.selecting(rows: Array(0..<min(inputs.rows, 64)))
    let largest = (model.run.scaler?.unscaled(some) ?? some).elements.max() ?? 1
    // Pixels are shares, or whole numbers of four or eight bits.
    let white = [1.0, 16, 255].first { largest <= $0 } ?? largest
    scale = ToneScale(.gray, over: Axis(from: 0, to: white))
  }

  /// The image of a sample's inputs.
  func picture(of inputs: [Double]) -> PixelImage {
    let row = Matrix(rows: 1, columns: inputs.count, elements: inputs)
    return PixelImage((scaler?.unscaled(row) ?? row).elements, columns: side, scale: scale)
  }

  /// Columns of the smallest image that shows every pixel.
  func columns(on canvas: Canvas) -> Int { canvas.hasHalfBlockTones ? side : 2 * side }

  /// Rows of it.
  func rows(on canvas: Canvas) -> Int { canvas.hasHalfBlockTones ? (side + 1) / 2 : side }
}

extension Canvas {
  /// Whether a cell shows two samples.
  var hasHalfBlockTones: Bool {
    samples(in: Rect(x: 0, y: 0, width: 1, height: 1)).height == 2
  }
}
