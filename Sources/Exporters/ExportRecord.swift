import NeuralNetwork

/// What exporters write for one of the engine's things: a record in a file of its own, beside the list that names it.
///
/// The engine knows nothing of other programs; a test asks for the record of every thing that it lists.
protocol ExportRecord: Sendable {
  /// The engine's kind of thing.
  associatedtype Original: ListedRecord
  /// Every record.
  static var all: [Self] { get }
  /// The engine's own record.
  var original: Original { get }
}

extension ExportRecord {
  /// The record of a thing.
  /// - Throws: an `ExportError` when there is none.
  static func of(_ original: Original) throws(ExportError) -> Self {
    guard let record = all.first(where: { $0.original.name == original.name }) else {
      throw ExportError(
        "Other programs are not told what '\(original)' is: choose another, or a form that keeps the experiment."
      )
    }
    return record
  }
}
