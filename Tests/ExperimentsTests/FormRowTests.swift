import Testing

@testable import Experiments

@Suite struct FormRowTests {
  private func text(of key: String, in yaml: String) throws -> String? {
    try ExperimentFile(SourceText(name: "x.yaml", text: yaml)).form.rows.first { $0.key == key }?
      .text
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
