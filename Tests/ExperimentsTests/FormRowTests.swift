import Testing

@testable import Experiments

@Suite struct FormRowTests {
  private func text(of key: String, in yaml: String) throws -> String? {
    try ExperimentFile(SourceText(name: "x.yaml", text: yaml)).form.rows.first { $0.key == key }?
      .text
  }

  /// What a running run can be given has a row though nothing is said of it yet.
  @Test(arguments: ["class_weights", "frozen"]) func aLiveListHasARow(key: String) throws {
    let file = try ExperimentFile(SourceText(name: "x.yaml", text: "data: moons\nhidden: [4]"))
    #expect(file.form.rows.contains { $0.key == key })
    #expect(!file.form.rows.contains { ["inputs", "layers", "class_names"].contains($0.key) })
  }

  /// A row of a form is a few words long, however large the table behind it.
  @Test func aTableIsSaidByItsSize() throws {
    let rows = Array(repeating: "[1, 2, 3, 4]", count: 30).joined(separator: ", ")
    let yaml = "inputs: [\(rows)]\ntargets: [\(rows)]\nlayers: [{units: 4, activation: linear}]\n"
    #expect(try text(of: "inputs", in: yaml) == "30 rows of 4")
    #expect(
      try text(of: "inputs", in: yaml.replacing(", [1, 2, 3, 4]", with: "")) == "[[1, 2, 3, 4]]")
  }
}
