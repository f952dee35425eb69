import NeuralNetwork
import TestProject
import Testing

@testable import Experiments

/// What must be true of every key of an experiment file.
@Suite struct ExperimentFieldTests {
  /// A field and one of its examples.
  struct Example: Sendable, CustomTestStringConvertible {
    let field: ExperimentField
    let value: String
    var testDescription: String { "\(field.name): \(value)" }
  }

  static let examples = ExperimentField.all.flatMap { field in
    field.examples.map { Example(field: field, value: $0) }
  }

  /// An experiment in which every key may stand, with one of them as asked.
  private static func text(_ key: String, _ value: String) -> String {
    let lines = [
      ("data", key == "target_scaling" ? "line" : "moons"), ("hidden", "[3, 3]"),
      ("holdout", "0.25"),
      ("batch_size", "5"),
      ("init", "normal"),
    ]
    let excluded = ExperimentField.all.filter { field in
      ExperimentField.named(key).map { field.excludes($0) } ?? false
    }.map(\.name)
    var others = lines.filter { $0.0 != key && !excluded.contains($0.0) }
    if key == "layers" { others.removeAll { $0.0 == "init" } }
    if ["inputs", "targets", "input_names", "class_names"].contains(key) {
      let samples = [("inputs", "[[0, 1], [1, 1], [1, 0]]"), ("targets", "[[1], [0], [1]]")]
      others.removeAll { $0.0 == "batch_size" }
      others += samples.filter { $0.0 != key }
    }
    return (others + [(key, value)]).map { "\($0.0): \($0.1)\n" }.joined()
  }

  private func file(_ text: String) throws -> ExperimentFile {
    try ExperimentFile(SourceText(name: "x.yaml", text: text))
  }

  @Test(arguments: examples) func isRead(_ example: Example) throws {
    _ = try file(Self.text(example.field.name, example.value))
  }

  /// What a file says of a key is not passed over: without it the recipe, or a name in it, is another one.
  @Test(arguments: ExperimentField.all.filter { !$0.examples.isEmpty }.map(\.name))
  func saysSomething(_ key: String) throws {
    let field = try #require(ExperimentField.named(key))
    let said = try field.examples.map { try file(Self.text(key, $0)) }
    let unsaid = try? file(Self.text(key, "null"))
    #expect(
      said.contains {
        $0.experiment != unsaid?.experiment || $0.inputNames != unsaid?.inputNames
          || $0.classNames != unsaid?.classNames
      }, "the experiment is the same without \(key)")
  }

  /// Written and read again, by the recipe alone and by the document.
  @Test(arguments: examples) func isWrittenBackToTheSame(_ example: Example) throws {
    let file = try file(Self.text(example.field.name, example.value))
    let text = ExperimentDocument(file.experiment).text
    #expect(try self.file(text).experiment == file.experiment, "\(text)")
    let again = try self.file(file.document.text)
    #expect(again.experiment == file.experiment)
    #expect(again.document.root.withoutPositions == file.document.root.withoutPositions)
  }

  /// Put in place of nothing, or of another value, it says the same as in a file.
  @Test(arguments: examples) func isReplaced(_ example: Example) throws {
    let base = try ExperimentDocument(
      SourceText(
        name: "x", text: "data: xor\nhidden: [2]\nholdout: 0.25\nbatch_size: 2\ninit: normal"))
    let text = Self.text(example.field.name, example.value)
    let wanted = try file(text)
    let edits = wanted.document.root.members?.map { ExperimentEdit($0.key, value: $0.value) } ?? []
    var changed = try base.read(replacing: edits).experiment
    if wanted.document["batch_size"] == nil { changed.batches = wanted.experiment.batches }
    if wanted.document["init"] == nil { changed.layers = wanted.experiment.layers }
    #expect(changed == wanted.experiment)
  }

  @Test(arguments: ExperimentField.all.map(\.name)) func aWrongValueHasAPlace(_ key: String) {
    let text = Self.text(key, "[[[nonsense]]]")
    let line = text.split(separator: "\n").count
    let problems = ExperimentSamples.problems(inExperiment: text)
    #expect(problems.contains { $0.hasPrefix("x.yaml:\(line):") }, "\(problems)")
    #expect(problems.allSatisfy { $0.contains("\n") && $0.contains(": ") })
  }

  @Test(arguments: ExperimentField.all.filter { !$0.examples.isEmpty }.map(\.name))
  func nullTakesItAway(_ key: String) throws {
    let field = try #require(ExperimentField.named(key))
    let text = Self.text(key, field.examples[0])
    let base = try ExperimentDocument(SourceText(name: "x", text: text))
    let without = try base.replacing([ExperimentEdit(key, value: .null)])
    #expect(without[key] == nil && base[key] != nil)
    let written = SourceText(name: "x", text: Self.text(key, "null"))
    if let read = try? without.read() {
      #expect(try ExperimentFile(written).experiment == read.experiment)
    } else {
      #expect(throws: Diagnostics.self) { try ExperimentFile(written) }
    }
  }

  @Test func everyKeyStandsOnce() {
    let spellings = ExperimentField.all.flatMap { [$0.name] + $0.aliases }
    #expect(Set(spellings).count == spellings.count)
    #expect(ExperimentField.all.allSatisfy { !$0.summary.isEmpty && !$0.help.isEmpty })
    // Weights are in another file, and a fault is for lessons alone; everything else shows how it is written.
    #expect(ExperimentField.all.filter(\.examples.isEmpty).map(\.name) == ["weights", "fault"])
  }
}
