import Foundation
import NeuralNetwork
import TestProject
import Testing

@testable import Experiments

@Suite struct DigitsTests {
  private let data = TestProject.root.appending(path: "Sources/Experiments/Data").path

  @Test func digitsAreWholeAndFromNoughtToOne() throws {
    let digits = try Digits(folder: data)
    #expect(digits.inputs.count == 1797 && digits.targets.count == 1797)
    #expect(digits.inputs.allSatisfy { $0.count == 64 && $0.allSatisfy { (0...1).contains($0) } })
    let counts = (0...9).map { label in digits.targets.count { $0[label] == 1 } }
    #expect(counts == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
    #expect(digits.inputs[0][2] == 5.0 / 16 && digits.targets.allSatisfy { $0.reduce(0, +) == 1 })
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
    try Data("label,p0\n1,2\n".utf8).write(to: URL(fileURLWithPath: folder + "/digits.csv"))
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
