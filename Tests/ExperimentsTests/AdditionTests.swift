import Foundation
import Testing

@testable import Experiments

/// CONTRIBUTING.md, held to the code: every example in it is compiled in the tests, word for word.
@Suite struct AdditionTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func everyExampleOfTheGuideCompiles() throws {
    let guide = try String(
      contentsOf: Self.root.appending(path: "CONTRIBUTING.md"), encoding: .utf8)
    let examples = guide.matches(of: /```swift\n((?s).*?)\n *```/).map { dense(String($0.1)) }
    let files = try Self.additions()
    #expect(examples.count == files.count)
    for example in examples {
      #expect(files.contains { $0.contains(example) }, "nothing compiles this example:\n\(example)")
    }
  }

  /// A key of experiment files is read, written and described by its record.
  @Test func aFieldDescribesItself() {
    let field = ExperimentField.labelSmoothing
    #expect(field.name == "label_smoothing" && field.isLive)
  }

  /// The formatter may break lines elsewhere: what counts is what is written.
  private func dense(_ code: String) -> String { code.filter { !$0.isWhitespace } }

  private static func additions() throws -> [String] {
    let tests = root.appending(path: "Tests")
    let targets = try FileManager.default.contentsOfDirectory(atPath: tests.path)
    return try targets.map { tests.appending(path: "\($0)/Additions").path }.flatMap { folder in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return try names.map {
        try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8).filter { !$0.isWhitespace }
      }
    }
  }
}
