import Experiments
import NeuralNetwork
import Testing

/// Samples that are written out may say what their columns and classes are called.
struct NameFieldsTests {
  private func file(_ more: String) throws(Diagnostics) -> ExperimentFile {
    let text = """
      inputs: [[0, 1], [1, 1], [1, 0]]
      targets: [[0], [1], [0]]
      \(more)
      hidden: [2]
      loss: bce
      """
    return try ExperimentFile(SourceText(name: "x.yaml", text: text))
  }

  @Test func namesAreRead() throws {
    let file = try file("input_names: [height, width]\nclass_names: [ring, 1]")
    #expect(file.inputNames == ["height", "width"] && file.classNames == ["ring", "1"])
    let nameless = try self.file("seed: 1")
    #expect(nameless.inputNames == nil && nameless.classNames == nil)
    #expect(file.experiment.data == nameless.experiment.data)
  }

  @Test(arguments: [
    (
      "class_names: [a, b, c]",
      "3:14: Expected a name for each class, which makes 2, but found 3."
    ),
    (
      "input_names: [height]",
      "3:14: Expected a name for each input, which makes 2, but found 1."
    ),
    ("class_names: [a, a]", "3:14: Two of the names are alike."),
    (
      "class_names: ring",
      "3:14: Expected a list of names, one for each class, but found 'ring'."
    ),
    ("class_names: [[a], b]", "3:15: Expected a name, but found a list."),
  ]) func wrongNamesAreRefused(line: String, complaint: String) {
    let error = #expect(throws: Diagnostics.self) { try file(line) }
    #expect(error?.description.contains(complaint) == true, "\(error?.description ?? "")")
  }

  /// What names its own classes leaves no room for others.
  @Test func aDataSetTakesThemAway() throws {
    let edited = try file("class_names: [ring, dot]").replacing([
      ExperimentEdit("data", value: "insects"), ExperimentEdit("loss", value: "cce"),
    ])
    #expect(edited.classNames?.count == 3 && edited.document["class_names"] == nil)
  }
}
