import Experiments

/// As much of JSON Schema as the program writes.
public enum JSONSchema {
  /// Whether a schema takes a value.
  public static func accepts(_ value: YAMLNode, _ schema: YAMLNode) -> Bool {
    (schema.members ?? []).allSatisfy { accepts(value, $0.key, $0.value, schema) }
  }

  private static func accepts(
    _ value: YAMLNode, _ word: String, _ rule: YAMLNode, _ schema: YAMLNode
  ) -> Bool {
    let number = value.text.flatMap(YAMLValue.number)
    let limit = rule.text.flatMap(Double.init) ?? 0
    return switch word {
    case "type":
      (rule.items ?? [rule]).contains { isA($0.text ?? "", value) }
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
