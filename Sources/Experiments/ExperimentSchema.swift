import NeuralNetwork

/// The JSON Schema of experiment files, for editors that complete and check them: the list of fields in another form.
public enum ExperimentSchema {
  /// The schema as a tree, to be written as JSON.
  public static var root: YAMLNode { document("Downhill experiment", rules) }

  /// A schema of its own, of rules that may also stand inside another.
  package static func document(_ title: String, _ rules: YAMLNode) -> YAMLNode {
    let head: [(String, YAMLNode?)] = [
      ("$schema", text("https://json-schema.org/draft/2020-12/schema")), ("title", text(title)),
    ]
    return .group(head + (rules.members ?? []).map { ($0.key, $0.value) })
  }

  /// What holds of an experiment, wherever it stands.
  package static var rules: YAMLNode {
    .group([
      ("type", text("object")),
      ("properties", .group(properties)), ("additionalProperties", YAMLNode(false)),
      (
        "allOf",
        YAMLNode([
          oneOf([["data"], ["inputs", "targets"]]), oneOf([["hidden"], ["layers"]]),
        ])
      ),
    ])
  }

  private static var properties: [(String, YAMLNode?)] {
    ExperimentField.all.flatMap { field in
      ([field.name] + field.aliases).map { ($0, schema(of: field)) }
    }
  }

  private static func schema(of field: ExperimentField) -> YAMLNode {
    .group([
      ("description", text("\(field.summary). By default: \(field.usual).")),
      ("anyOf", YAMLNode([schema(of: field.form), type("null")])),
    ])
  }

  private static func oneOf(_ keys: [[String]]) -> YAMLNode {
    .group([
      ("anyOf", YAMLNode(keys.map { .group([("required", YAMLNode($0.map(text)))]) }))
    ])
  }

  // MARK: Forms

  /// What may stand behind a key, as a schema.
  package static func schema(of form: ValueForm) -> YAMLNode {
    switch form {
    case .number(let range): number(range)
    case .integer(let range):
      .group([
        ("type", text("integer")), ("minimum", YAMLNode(range.lowerBound)),
        ("maximum", YAMLNode(range.upperBound)),
      ])
    case .flag: type("boolean")
    // An editor takes a text such as 0.5 for a number.
    case .word: .group([("type", YAMLNode(["string", "number", "boolean"].map(text)))])
    case .choice(let names): .group([("enum", YAMLNode(names.map(text)))])
    case .list(let item): .group([("type", text("array")), ("items", schema(of: item))])
    // A group without keys of its own takes any.
    case .group([]): type("object")
    case .group(let settings): group(settings, name: nil)
    case .named(let variants): anyOf(variants.map { group($0.keys, name: $0.name) })
    case .either(let forms): anyOf(forms.map(schema))
    }
  }

  private static func number(_ range: NumberRange) -> YAMLNode {
    .group([
      ("type", text("number")),
      (range.excludesLeast ? "exclusiveMinimum" : "minimum", range.least.map { YAMLNode($0) }),
      (range.excludesMost ? "exclusiveMaximum" : "maximum", range.most.map { YAMLNode($0) }),
    ])
  }

  private static func group(_ settings: [ValueForm.Key], name: String?) -> YAMLNode {
    let required = (name == nil ? [] : ["name"]) + settings.filter(\.isRequired).map(\.name)
    let fixed: [(String, YAMLNode?)] = [("name", name.map { .group([("const", text($0))]) })]
    return .group([
      ("type", text("object")),
      ("properties", .group(fixed + settings.map { ($0.name, described($0)) })),
      ("required", required.isEmpty ? nil : YAMLNode(required.map(text))),
      ("additionalProperties", YAMLNode(false)),
    ])
  }

  /// What may stand behind a key of a group, with what it says.
  package static func described(_ setting: ValueForm.Key) -> YAMLNode {
    .group([
      ("description", text(setting.summary)), ("anyOf", YAMLNode([schema(of: setting.form)])),
    ])
  }

  /// One of several schemas.
  package static func anyOf(_ schemas: [YAMLNode]) -> YAMLNode {
    schemas.isEmpty ? .group([]) : .group([("anyOf", YAMLNode(schemas))])
  }

  private static func type(_ name: String) -> YAMLNode { .group([("type", text(name))]) }

  package static func text(_ text: String) -> YAMLNode { YAMLNode(.scalar(text, isQuoted: true)) }
}
