import NeuralNetwork
import Platform

/// The handwritten digits that come with the program, read when first asked for.
struct Digits: Sendable {
  /// Pixels from 0 to 1, row by row from the top left: 64 numbers a digit.
  let inputs: [[Double]]
  /// One column a class, from 0 to 9.
  let targets: [[Double]]

  /// How many digits there are.
  static let count = 1797
  static let classes = (0...9).map(String.init)

  /// The digits, or why they cannot be had; the file is read once.
  static let all: Result<Digits, Diagnostic> = Result { () throws(Diagnostic) in
    try Digits(folder: folder(environment: ProcessInfo.processInfo.environment))
  }

  /// The digits of a folder's `digits.csv`.
  /// - Throws: when the file is missing or is not the one that came with the program.
  init(folder: String) throws(Diagnostic) {
    let path = "\(folder)/digits.csv"
    let rows = try SourceText(path: path).text.utf8.split(separator: 0x0A).dropFirst()
      .map(Self.numbers)
    let isWhole = rows.allSatisfy {
      $0.count == 65 && $0[0] <= 9 && $0.dropFirst().allSatisfy { $0 <= 16 }
    }
    guard rows.count == Self.count, isWhole else {
      throw Diagnostic(
        file: path, message: "The file is damaged: put the one that came with the program there.")
    }
    inputs = rows.map { $0.dropFirst().map { Double($0) / 16 } }
    targets = rows.map { row in (0...9).map { $0 == row[0] ? 1 : 0 } }
  }

  /// The whole numbers of a line; 99 stands for what is none.
  private static func numbers(_ line: Substring.UTF8View) -> [Int] {
    line.split(separator: 0x2C, omittingEmptySubsequences: false).map { field in
      field.isEmpty || field.count > 2
        ? 99
        : field.reduce(0) { (0x30...0x39).contains($1) ? $0 * 10 + Int($1) - 0x30 : 99 }
    }
  }

  /// The folder of data: `$DOWNHILL_DATA`, the one beside the program, the installed one.
  /// - Throws: a sentence with the places that were looked at.
  static func folder(
    environment: [String: String], programFolder: String? = Folder.ofProgram
  ) throws(Diagnostic) -> String {
    if let folder = environment["DOWNHILL_DATA"], !folder.isEmpty { return folder }
    let places =
      programFolder.map {
        Folder.resources("Data", of: "Experiments", installed: "data", beside: $0)
      } ?? []
    if let folder = places.first(where: { Folder.exists($0) }) { return folder }
    throw Diagnostic(
      file: "digits.csv",
      message:
        "The data is not where it should be. Name its folder in DOWNHILL_DATA. Looked at: "
        + places.joined(separator: ", "))
  }
}
