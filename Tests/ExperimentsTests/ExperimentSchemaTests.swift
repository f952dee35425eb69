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

/// As much of JSON Schema as the program writes.
private enum JSONSchema {
  static func accepts(_ value: YAMLNode, _ schema: YAMLNode) -> Bool {
    (schema.members ?? []).allSatisfy { accepts(value, $0.key, $0.value, schema) }
  }

  private static func accepts(
    _ value: YAMLNode, _ word: String, _ rule: YAMLNode, _ schema: YAMLNode
  ) -> Bool {
    let number = value.text.flatMap(YAMLValue.number)
    let limit = rule.text.flatMap(Double.init) ?? 0
    return switch word {
    case "type": isA(rule.text ?? "", value)
    case "enum": rule.items?.contains { $0.text == value.text } == true
    case "const": rule.text == value.text
    case "anyOf": rule.items?.contains { accepts(value, $0) } == true
    case "allOf": rule.items?.allSatisfy { accepts(value, $0) } == true
    case "items": (value.items ?? []).allSatisfy { accepts($0, rule) }
    case "properties":
      (value.members ?? []).allSatisfy { member in
        rule[member.key].map { accepts(member.value, $0) } ?? true
      }
    case "additionalProperties":
      (value.members ?? []).allSatisfy { schema["properties"]?[$0.key] != nil }
    case "required": (rule.items ?? []).allSatisfy { value[$0.text ?? ""] != nil }
    case "minimum": number.map { $0 >= limit } ?? true
    case "exclusiveMinimum": number.map { $0 > limit } ?? true
    case "maximum": number.map { $0 <= limit } ?? true
    case "exclusiveMaximum": number.map { $0 < limit } ?? true
    default: ["$schema", "title", "description"].contains(word)
    }
  }

  private static func isA(_ type: String, _ value: YAMLNode) -> Bool {
    let number = value.text.flatMap(YAMLValue.number)
    return switch type {
    case "object": value.members != nil
    case "array": value.items != nil
    case "null": value.isNull
    case "boolean": ["true", "false"].contains(value.text)
    case "number": number != nil
    case "integer": number.map { $0 == $0.rounded() } == true
    default: value.text != nil
    }
  }
}
