import Foundation
import NeuralNetwork
import TestProject
import Testing

@testable import Experiments

@Suite struct DigitsTests {
  private let data = TestProject.root.appending(path: "Sources/Experiments/Data").path

  @Test func digitsAreWholeAndFromNoughtToOne() throws {
    let digits = try Digits(folder: data)
    #expect(digits.inputs.rows == 1797 && digits.targets.rows == 1797)
    #expect(
      digits.inputs.columns == 64 && digits.inputs.elements.allSatisfy { (0...1).contains($0) })
    let counts = (0...9).map { label in digits.targets.column(label).count { $0 == 1 } }
    #expect(counts == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
    #expect(digits.inputs[0, 2] == 5.0 / 16)
    #expect((0..<1797).allSatisfy { digits.targets.row($0).reduce(0, +) == 1 })
  }

  @Test func anExperimentNamesThem() throws {
    let text = "data: {name: digits, samples: 50}\nhidden: [8]\nholdout: 0.2\n"
    let experiment = try ExperimentFile.read(SourceText(name: "x.yaml", text: text))
    #expect(experiment.loss == .categoricalCrossEntropy)
    #expect(experiment.layers.last?.units == 10 && experiment.layers.last?.activation == .softmax)
    #expect(try Run(experiment).dataset.count == 40)
  }

  @Test(arguments: [
    (
      "{name: digits, noise: 1}",
      "x.yaml:1:22: The data set 'digits' has no key 'noise'. Known: name, samples."
    ),
    (
      "{name: digits, samples: 1798}",
      "x.yaml:1:31: Expected a number of samples from 1 to 1797, but found '1798'."
    ),
    ("digit", "x.yaml:1:7: There is no data set called 'digit'. Did you mean 'digits'?"),
  ])
  func says(_ data: String, _ message: String) {
    let problems = ExperimentSamples.problems(inExperiment: "data: \(data)\nhidden: [4]")
    #expect(problems.first?.hasPrefix(message) == true, "\(problems)")
  }

  @Test func aMissingOrDamagedFileIsSaid() throws {
    let folder = try TestProject.temporaryFolder()
    #expect(throws: Diagnostic.self) { try Digits(folder: folder) }
    #expect(throws: Diagnostic.self) { try Digits.folder(environment: [:], programFolder: folder) }
  }

  /// A number more or less in a row, one too large, a class that is none, a letter, a row less: none is taken for the digits.
  @Test(arguments: [
    (",16,", ",17,"), (",16,", ",116,"), (",16,", ",16,1,"), (",16,", ","), (",16,", ",,"),
    (",16,", ",x,"), ("\n9,", "\n10,"), ("\n9,", "\n\n9,"), ("\n9,", "\n"),
  ])
  func aDamagedFileIsNotTaken(_ damage: (from: String, to: String)) throws {
    let folder = try TestProject.temporaryFolder()
    var text = try String(contentsOfFile: data + "/digits.csv", encoding: .utf8)
    let place = try #require(text.firstRange(of: damage.from))
    text.replaceSubrange(place, with: damage.to)
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/digits.csv"))
    let damaged = #expect(throws: Diagnostic.self) { try Digits(folder: folder) }
    #expect(damaged?.message.hasPrefix("The file is damaged") == true)
  }

  @Test func theFolderIsGivenOrInstalled() throws {
    let prefix = try TestProject.temporaryFolder()
    let installed = prefix + "/bin/../share/downhill/data"
    for folder in ["/bin", "/share/downhill/data"] {
      try FileManager.default.createDirectory(
        atPath: prefix + folder, withIntermediateDirectories: true)
    }
    #expect(try Digits.folder(environment: [:], programFolder: prefix + "/bin") == installed)
    #expect(try Digits.folder(environment: ["DOWNHILL_DATA": "/x"]) == "/x")
  }
}
