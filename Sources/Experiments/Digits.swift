import NeuralNetwork
import Platform

/// The handwritten digits that come with the program, read when first asked for.
struct Digits: Sendable {
  /// Pixels from 0 to 1, row by row from the top left: 64 numbers a digit.
  let inputs: Matrix
  /// One column a class, from 0 to 9.
  let targets: Matrix

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
    let bytes = Array(try SourceText(path: path).text.utf8)
    guard let numbers = Self.numbers(below: bytes), let digits = Digits(numbers) else {
      throw Diagnostic(
        file: path, message: "The file is damaged: put the one that came with the program there.")
    }
    self = digits
  }

  /// The digits of their file's numbers, 65 a row: the class, then the pixels from 0 to 16; nil where others stand there.
  private init?(_ numbers: [UInt8]) {
    guard numbers.count == Self.count * 65 else { return nil }
    var inputs = Matrix(rows: Self.count, columns: 64)
    var targets = Matrix(rows: Self.count, columns: 10)
    for row in 0..<Self.count {
      let (label, pixels) = (numbers[row * 65], numbers[row * 65 + 1..<row * 65 + 65])
      guard label <= 9, pixels.allSatisfy({ $0 <= 16 }) else { return nil }
      targets.elements[row * 10 + Int(label)] = 1
      for (column, pixel) in pixels.enumerated() {
        inputs.elements[row * 64 + column] = Double(pixel) / 16
      }
    }
    (self.inputs, self.targets) = (inputs, targets)
  }

  /// All numbers below the first line, of one figure or two, in one block; nil where something else stands there or a row has
  /// not 65 of them.
  private static func numbers(below bytes: [UInt8]) -> [UInt8]? {
    var (numbers, number, figures) = ([UInt8](), UInt8(0), 0)
    numbers.reserveCapacity(count * 65)
    for byte in bytes.drop(while: { $0 != UInt8(ascii: "\n") }).dropFirst() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9") where figures < 2:
        (number, figures) = (number * 10 + byte - UInt8(ascii: "0"), figures + 1)
      case UInt8(ascii: ","), UInt8(ascii: "\n"):
        guard figures > 0, (byte == UInt8(ascii: "\n")) == (numbers.count % 65 == 64) else {
          return nil
        }
        numbers.append(number)
        (number, figures) = (0, 0)
      default: return nil
      }
    }
    if figures > 0 { numbers.append(number) }
    return numbers
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
