import Foundation
import NeuralNetwork

/// The tables that come with the program.
enum BundledTable {
  /// The table of a file in the folder of data.
  /// - Throws: why it cannot be had.
  static func read(_ file: String) throws(Diagnostics) -> CSVTable {
    let source: SourceText
    do {
      let folder = try Digits.folder(environment: ProcessInfo.processInfo.environment)
      source = try SourceText(path: "\(folder)/\(file)")
    } catch { throw Diagnostics([error]) }
    return try CSVTable(source)
  }
}
