import NeuralNetwork
import Platform

/// The tables that come with the program.
enum BundledTable {
  /// The insects, or why they cannot be had; the file is read once.
  static let insects: Result<CSVTable, Diagnostics> = Result { () throws(Diagnostics) in
    try read("insects.csv")
  }

  /// The table of a file in the folder of data.
  /// - Throws: why it cannot be had.
  private static func read(_ file: String) throws(Diagnostics) -> CSVTable {
    let source: SourceText
    do {
      let folder = try Digits.folder(environment: ProcessInfo.processInfo.environment)
      source = try SourceText(path: "\(folder)/\(file)")
    } catch { throw Diagnostics([error]) }
    return try CSVTable(source)
  }
}
