import Experiments
import Foundation
import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// The words of a table's classes and columns, where the screens speak of them.
@Suite struct ClassNamesTests {
  private static let table = """
    sepal,petal,kind
    5.1,1.4,setosa
    4.9,1.4,setosa
    7.0,4.7,versicolor
    6.4,4.5,versicolor
    6.3,6.0,virginica
    5.8,5.1,virginica

    """

  private func tutor(_ size: Size) throws -> Tutor {
    let path = NSTemporaryDirectory() + "downhill-kinds.csv"
    try Data(Self.table.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    let source = "data: {csv: \"\(path)\"}\nhidden: [4]\nscaling: standard\n"
    let file = try ExperimentFile(SourceText(name: "kinds.yaml", text: source))
    return try Tutor(file, size: size)
  }

  @Test func panelsAndSentencesCallClassesByTheirNames() throws {
    var tutor = try tutor(Size(width: 140, height: 45))
    #expect(tutor.screen.contains("data: 0 setosa 1 versicolor 2 virginica"))
    for name in ["setosa", "versicolor", "virginica"] {
      #expect(tutor.screen.contains(" \(name)"), "a row of the shares or of the confusion")
    }
    tutor.press("N")
    let notice = try #require(tutor.model.notice)
    #expect(["setosa", "versicolor", "virginica"].contains { notice.contains("is \($0)") })
    tutor.press(":")
    tutor.enter("feed 5 1.4")
    #expect(tutor.model.notice?.contains(": class ") == true)
    #expect(tutor.model.notice?.contains(": class 0") == false)
  }

  /// Where inputs are many, targets and what they are taken for have their names.
  @Test func targetsAndOutputsHaveNames() throws {
    let path = NSTemporaryDirectory() + "downhill-many-kinds.csv"
    let rows = Self.table.split(separator: "\n").enumerated().map {
      ($0 == 0 ? "a," : "\($0),") + $1
    }
    try Data(rows.joined(separator: "\n").utf8).write(
      to: URL(fileURLWithPath: path), options: .atomic)
    let source = "data: {csv: \"\(path)\"}\nhidden: [4]\n"
    let file = try ExperimentFile(SourceText(name: "kinds.yaml", text: source))
    var tutor = try Tutor(file, size: Size(width: 140, height: 45))
    tutor.model.panels = [.data]
    let lines = tutor.screen.split(separator: "\n").filter {
      $0.contains(/\b[1-6]\s+(setosa|versicolor|virginica)\s/)
    }
    #expect(lines.count == 6, "\(tutor.screen)")
    let wrong = try #require(tutor.model.summary.guesses).mistakes.count
    #expect(lines.count { $0.contains(/✗ (setosa|versicolor|virginica)/) } == wrong)
  }

  /// A sample is added by its class's name, and an input followed by its column's.
  @Test func namesAreUnderstood() throws {
    var tutor = try tutor(Size(width: 80, height: 24))
    tutor.press("I")
    #expect(tutor.screen.contains("w₁[1,2] · petal "))
    tutor.press(.escape, ":")
    let count = tutor.run.dataset.count
    tutor.enter("point add 0 0 virginica")
    #expect(tutor.run.dataset.count == count + 1)
  }

  @Test func withoutNamesTheyGoByTheirNumbers() {
    #expect(ClassNames()[2] == "2" && !ClassNames().areGiven)
    let names = ClassNames(["a\u{1b}[31m", String(repeating: "x", count: 40)])
    #expect(!names[0].contains("\u{1b}") && names[1].count == 16)
    #expect(names[7] == "7" && names.label(of: "b") == nil)
  }
}
