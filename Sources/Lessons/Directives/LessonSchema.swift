import Experiments

/// JSON Schemas of what stands in a lesson's file, for editors that complete and check it: the lists of keys in another form.
public enum LessonSchema {
  /// The head, between its two lines of `---`.
  public static var head: YAMLNode {
    let properties = HeadParser.fields.map { field in
      (
        field.name,
        field.name == "experiment" ? ExperimentSchema.rules : ExperimentSchema.described(field)
      )
    }
    return ExperimentSchema.document(
      "Downhill lesson, its head", object(properties, required: HeadParser.fields))
  }

  /// The fenced blocks, each under the word behind its fence; hints and notes are Markdown.
  public static var directives: YAMLNode {
    let properties = Directive.all.filter { !$0.fields.isEmpty }.map { ($0.name, block($0)) }
    return ExperimentSchema.document("Downhill lesson, its blocks", object(properties))
  }

  /// A group of the keys, or a list of such groups where things happen one after the other.
  private static func block(_ directive: Directive) -> YAMLNode {
    let group = ValueForm.group(directive.fields)
    let happens = directive.fields == Directive.act.fields
    return ExperimentSchema.schema(of: happens ? .either([group, .list(group)]) : group)
  }

  private static func object(
    _ properties: [(String, YAMLNode)], required: [ValueForm.Key] = []
  ) -> YAMLNode {
    let names = required.filter(\.isRequired).map { ExperimentSchema.text($0.name) }
    return .group([
      ("type", ExperimentSchema.text("object")),
      ("properties", .group(properties.map { ($0.0, Optional($0.1)) })),
      ("required", names.isEmpty ? nil : YAMLNode(names)),
      ("additionalProperties", YAMLNode(false)),
    ])
  }
}
