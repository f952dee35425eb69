import Experiments
import NeuralNetwork
import Platform

/// A file of runs, a line each.
struct SweepFile {
  let path: String
  let lines: [SweepLine]
  /// How many bytes the whole lines take; what is behind them was being written when the program ended.
  let length: Int

  /// Reads a file.
  /// - Throws: the first line that is no run.
  init(_ path: String) throws(Diagnostic) {
    self.path = path
    let name = path == "-" ? "standard input" : path
    let data = Data(try SourceText.bytes(path: path, name: name, limit: Self.sizeLimit))
    guard data.count <= Self.sizeLimit else {
      throw Diagnostic(file: name, message: "The file is larger than \(Self.sizeLimit >> 20) MiB.")
    }
    guard Self.endsInRun(data) else {
      throw Self.problem(path, line: data.count { $0 == UInt8(ascii: "\n") } + 1)
    }
    length = data.lastIndex(of: UInt8(ascii: "\n")).map { $0 - data.startIndex + 1 } ?? 0
    let decoder = JSONDecoder()
    var lines: [SweepLine] = []
    for (index, line) in data.prefix(length).split(separator: UInt8(ascii: "\n")).enumerated() {
      guard SweepLine.isWhole(line), let run = try? decoder.decode(SweepLine.self, from: line),
        run.isSound
      else {
        throw Self.problem(path, line: index + 1)
      }
      lines.append(run)
    }
    self.lines = lines
  }

  /// Room for the lines of the longest sweep.
  private static let sizeLimit = 512 << 20

  private static func problem(_ path: String, line: Int) -> Diagnostic {
    Diagnostic(
      file: path,
      message:
        "Line \(line) is not a run of a sweep as 'sweep --shard' and '--resume' write it, or it was changed. Take the line "
        + "out, and 'sweep --resume' makes the run again."
    )
  }

  /// A run that has come out in two ways.
  static func problem(_ path: String, twice run: Int) -> Diagnostic {
    Diagnostic(file: path, message: "Run \(run) is there twice, with different ends.")
  }

  /// Whether what stands behind the last whole line is the beginning of a run: other text is not cut off.
  private static func endsInRun(_ data: Data) -> Bool {
    let end = data.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? data.startIndex
    return zip(data[end...], SweepLine.beginning.utf8).allSatisfy { $0 == $1 }
  }
}

extension SweepLine {
  /// Whether its counts can be true.
  fileprivate var isSound: Bool {
    of > 0 && of <= Limits.trials && (1...of).contains(run) && seeds > 0
      && of.isMultiple(of: seeds)
  }
}
