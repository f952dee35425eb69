import Experiments
import Foundation
import Lessons
import SeededRandom
import TestProject
import Testing

/// Files from unknown hands: every one ends in sentences, none in a trap, none takes long.
@Suite struct HostileFileTests {
  @Test(arguments: [
    ([0xFF, 0xFE, 0, 0, 65, 0, 0, 0], "The file is UTF-32: save it as UTF-8."),
    ([0xFE, 0xFF, 0, 65], "The file is UTF-16: save it as UTF-8."),
    ([0x1F, 0x8B, 8, 0], "The file is compressed (gzip): unpack it."),
    (
      Array("PK\u{3}\u{4}".utf8) + [20, 0],
      "The file is a zip archive, as spreadsheets are: save a table as CSV."
    ),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "The file is an old spreadsheet: save a table as CSV."),
    (Array("PAR1\u{15}".utf8), "The file is Parquet: save its table as CSV."),
    (
      [0x93] + Array("NUMPY\u{1}\0".utf8),
      "The file is an array of NumPy: save it as CSV with numpy.savetxt."
    ),
    ([], "The file is empty."), (Array("\n \t\n".utf8), "The file is empty."),
    ([0xFF, 0xFE, 0x61, 0x00], "The file is UTF-16: save it as UTF-8."),
    ([0x61, 0x00, 0x62], "The file is not text: it holds a zero byte."),
    ([0x61, 0x0A, 0x62, 0xC3, 0x28], "This is not UTF-8: save the file as UTF-8."),
    (
      [UInt8](repeating: 0x61, count: SourceText.sizeLimit + 1),
      "The file is larger than 4 MiB: use a smaller one."
    ),
  ])
  func isNoText(_ bytes: [UInt8], _ message: String) {
    let error = #expect(throws: Diagnostic.self) { try SourceText(name: "x", bytes: bytes) }
    #expect(error?.message == message)
  }

  @Test func invalidTextHasAPlace() {
    let bytes: [UInt8] = [0x61, 0x0A, 0x62, 0x1B, 0xC3, 0x28]
    let error = #expect(throws: Diagnostic.self) { try SourceText(name: "x\u{1B}", bytes: bytes) }
    #expect(
      error?.description == """
        x␛:2:3: This is not UTF-8: save the file as UTF-8.
            2 | b␛�(
              |   ^
        """)
  }

  @Test(arguments: ["/nowhere/x.yaml", "/", "/dev/zero", "/dev/null"])
  func cannotBeRead(_ path: String) {
    #expect(throws: Diagnostic.self) { try SourceText(path: path) }
  }

  @Test(arguments: [
    String(repeating: "[", count: 1_000_000), String(repeating: "{a: ", count: 100_000),
    String(repeating: "- ", count: 100_000), "inputs: " + String(repeating: "[", count: 1000) + "1",
    (0..<2000).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
    "a: &a [x]\n" + "b: [*a, *a, *a]\n", String(repeating: "[ \"]\",", count: 100_000),
    "inputs: [[1]]\n? [a, b]\n: 3\n", "'", "\"\\ud800\"", "%YAML 9.9\n---\na: 1", "? ", "- - -",
    ": :",
    "inputs: " + String(repeating: "9", count: 100_000), "seed: 99999999999999999999999",
  ])
  func isNoExperiment(_ text: String) {
    #expect(!ExperimentSamples.problems(inExperiment: text).isEmpty)
  }

  @Test func theLargestNumbersAreRefusedNotComputed() {
    let layers =
      "layers: [" + String(repeating: "{units: 4096, activation: tanh},", count: 100) + "]\n"
    #expect(!ExperimentSamples.problems(inExperiment: "data: xor\n" + layers).isEmpty)
    #expect(
      !ExperimentSamples.problems(
        inExperiment: "data: {name: moons, samples: 1000000}\nhidden: [4096]"
      )
      .isEmpty)
  }

  @Test(arguments: [
    String(repeating: ">", count: 100_000), String(repeating: "*a ", count: 30_000),
    String(repeating: "- ", count: 50_000), String(repeating: "[", count: 100_000),
    String(repeating: "{{", count: 50_000), String(repeating: "| a ", count: 20_000) + "\n|-|\n",
    String(repeating: "```do\n", count: 20_000), String(repeating: "**a*", count: 20_000),
  ])
  func deepMarkdownIsReadOrRefused(_ text: String) {
    let lesson = Samples.lesson.replacing("## Guess", with: text + "\n\n## Guess")
    _ = try? LessonParser.parse(Samples.source(lesson))
  }

  @Test func aLongLineIsShownInPart() {
    let text = "l1: [" + String(repeating: "1, ", count: 5000) + "x]"
    let line = ExperimentSamples.problems(
      inExperiment: "seed: " + String(repeating: "x", count: 5000) + "\n" + text)
    #expect(line.allSatisfy { $0.split(separator: "\n").allSatisfy { $0.count < 200 } })
  }

  /// Seeded, so that a failure comes back.
  @Test(arguments: [0, 1, 2, 3]) func mutationsNeverTrap(_ seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    for _ in 0..<500 {
      let lesson = mutated(Samples.lesson, &random)
      if let source = try? SourceText(name: "01-line.md", bytes: lesson),
        let lesson = try? LessonParser.parse(source)
      {
        _ = LessonCheck.problems(in: lesson, source: source)
      }
      if let source = try? SourceText(
        name: "x", bytes: mutated(ExperimentSamples.experiment, &random))
      {
        _ = try? ExperimentFile.read(source)
      }
    }
  }

  /// A text with one to four bytes or stretches changed, doubled or left out.
  private func mutated(_ text: String, _ random: inout SeededRandom) -> [UInt8] {
    var bytes = Array(text.utf8)
    let spice = Array("[]{}:,-#&*!|>'\"%@`\n\t 019eE.+~?_<=/\\\u{1B}\u{0}".utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 1...30, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = spice.randomElement(using: &random) ?? 0
      case 1: bytes.insert(spice.randomElement(using: &random) ?? 0, at: place)
      case 2: bytes.removeSubrange(place..<end)
      default:
        bytes.insert(
          contentsOf: bytes[place..<end], at: Int.random(in: 0..<bytes.count, using: &random))
      }
    }
    return bytes
  }
}
