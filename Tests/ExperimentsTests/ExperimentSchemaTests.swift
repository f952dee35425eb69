import TestProject
import Testing

@testable import Experiments

/// The JSON Schema of experiment files.
@Suite struct ExperimentSchemaTests {
  private func node(_ text: String) throws -> YAMLNode {
    try #require(YAMLSource(SourceText(name: "x", text: text)).root(of: text)?.node)
  }

  private func value(_ field: ExperimentField, _ text: String) throws -> Bool {
    let schema = try #require(ExperimentSchema.root["properties"]?[field.name])
    return JSONSchema.accepts(try node("key: \(text)")["key"] ?? .null, schema)
  }

  @Test(arguments: ExperimentFieldTests.examples)
  func acceptsEveryExample(_ example: ExperimentFieldTests.Example) throws {
    #expect(try value(example.field, example.value))
    #expect(try value(example.field, "null"))
  }

  @Test(arguments: ExperimentField.all.map(\.name)) func rejectsNonsense(_ key: String) throws {
    let field = try #require(ExperimentField.named(key))
    #expect(try !value(field, "{nonsense: [[1]]}"))
  }

  @Test func rejectsWhatIsOutOfRange() throws {
    #expect(try !value(.seed, "-1"))
    #expect(try !value(.seed, "1.5"))
    #expect(try !value(.learningRate, "-0.1"))
    #expect(try !value(.optimizer, "{name: sgd, beta1: 0.9}"))
    #expect(try !value(.schedule, "{name: step, gamma: 0.5}"))
  }

  @Test func asksForDataAndLayers() throws {
    #expect(JSONSchema.accepts(try node("data: xor\nhidden: [2]"), ExperimentSchema.root))
    #expect(!JSONSchema.accepts(try node("data: xor"), ExperimentSchema.root))
    #expect(
      !JSONSchema.accepts(try node("data: xor\nhidden: [2]\nhiden: [2]"), ExperimentSchema.root))
  }
}
