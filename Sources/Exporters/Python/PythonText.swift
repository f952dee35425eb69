import NeuralNetwork

/// Numbers as Python reads them back exactly.
enum PythonText {
  /// A list of numbers: [1.0, 2.5].
  static func list(_ numbers: some Sequence<Double>) -> String {
    "[" + numbers.map { "\($0)" }.joined(separator: ", ") + "]"
  }

  /// The rows of a matrix, a line each.
  static func rows(_ matrix: Matrix) -> String {
    let rows = (0..<matrix.rows).map { "    " + list(matrix.row($0)) + "," }
    return (["["] + rows + ["]"]).joined(separator: "\n")
  }

  /// Lists of whole numbers, a line each.
  static func rows(_ lists: [[Int]]) -> String {
    (["["] + lists.map { "    \($0)," } + ["]"]).joined(separator: "\n")
  }

  /// Several matrices, a line each.
  static func matrices(_ matrices: [Matrix]) -> String {
    let lines = matrices.map { matrix in
      "    [" + (0..<matrix.rows).map { list(matrix.row($0)) }.joined(separator: ", ") + "],"
    }
    return (["["] + lines + ["]"]).joined(separator: "\n")
  }

  /// Lines moved to the right, as the body of what stands above them.
  static func indented(_ lines: [String], by depth: Int = 1) -> [String] {
    lines.map { $0.isEmpty ? $0 : String(repeating: "    ", count: depth) + $0 }
  }

  /// Words as a comment or a string holds them on one line, whatever they are.
  static func comment(_ text: String) -> String {
    String(text.unicodeScalars.map { $0.properties.isWhitespace ? " " : Character($0) })
  }
}
