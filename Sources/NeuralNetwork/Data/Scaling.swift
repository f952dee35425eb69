/// How the inputs are brought to a common size before training.
public enum Scaling: String, CaseIterable, Hashable, Sendable {
  /// Each column to mean 0 and deviation 1.
  case standard
  /// Each column to the range from 0 to 1.
  case range
}

/// A scaling with the figures of the samples it was fitted to: x becomes (x − offset) / size, column by column.
public struct Scaler: Hashable, Sendable {
  /// What is taken off each column.
  public let offsets: [Double]
  /// What each column is divided by.
  ///
  /// A column that does not vary is not divided: its size is 1.
  public let sizes: [Double]

  /// Takes offsets and sizes from samples, one row each.
  ///
  /// Fit it to training samples only.
  public init(_ scaling: Scaling, fitting samples: Matrix) {
    let figures = (0..<samples.columns).map { column in
      Self.figures(scaling, of: samples.column(column))
    }
    offsets = figures.map(\.offset)
    sizes = figures.map { $0.size > 0 && $0.size.isFinite ? $0.size : 1 }
  }

  /// The samples, scaled.
  /// - Precondition: as many columns as the scaler was fitted to.
  public func scaled(_ samples: Matrix) -> Matrix {
    precondition(
      samples.columns == offsets.count,
      "\(samples.columns) columns do not fit a scaler of \(offsets.count)")
    var result = samples
    for row in 0..<samples.rows {
      for column in 0..<samples.columns {
        result[row, column] = (samples[row, column] - offsets[column]) / sizes[column]
      }
    }
    return result
  }

  /// Scaled samples in their original unit again.
  /// - Precondition: as many columns as the scaler was fitted to.
  public func unscaled(_ samples: Matrix) -> Matrix {
    precondition(
      samples.columns == offsets.count,
      "\(samples.columns) columns do not fit a scaler of \(offsets.count)")
    var result = samples
    for row in 0..<samples.rows {
      for column in 0..<samples.columns {
        result[row, column] = samples[row, column] * sizes[column] + offsets[column]
      }
    }
    return result
  }

  /// All numbers are brought near 1 first.
  private static func figures(
    _ scaling: Scaling, of values: [Double]
  ) -> (offset: Double, size: Double) {
    let unit = Norm.unit(of: values)
    let near = values.map { $0 / unit }
    let figures = scaling == .standard ? standard(near) : range(near)
    return (figures.offset * unit, figures.size * unit)
  }

  private static func standard(_ values: [Double]) -> (offset: Double, size: Double) {
    let count = Double(max(1, values.count))
    let mean = values.reduce(0, +) / count
    // A constant column's mean may be off by rounding; its deviation must still come out as 0.
    guard values.contains(where: { $0 != values[0] }) else { return (values.first ?? 0, 0) }
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (squares / count).squareRoot())
  }

  private static func range(_ values: [Double]) -> (offset: Double, size: Double) {
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    return (low, high - low)
  }
}
