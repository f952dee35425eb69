import NeuralNetwork

/// One value of an experiment as a form shows it: a field, or a key inside the group that stands behind one.
public struct FormRow: Hashable, Sendable {
  /// The keys that lead to it.
  public let path: [String]
  /// What may stand there.
  public let form: ValueForm
  /// A few words about it.
  public let summary: String
  /// What is in force; nil where nothing is said and nothing counts that one value could say.
  public let value: YAMLNode?
  /// What counts where nothing is said, in words.
  public let usual: String

  /// The field that it is, or is a part of.
  public var field: ExperimentField {
    ExperimentField.named(path[0]) ?? ExperimentField.all[0]
  }
  /// Its keys with dots between them, as a command line writes them.
  public var key: String { path.joined(separator: ".") }
  /// Its own key.
  public var label: String { path[path.count - 1] }
  /// Whether another value takes effect at the next update; otherwise a new run begins (↻).
  public var isLive: Bool { field.isLive }
  /// Whether it stands inside a group.
  public var isInside: Bool { path.count > 1 }

  /// The value in one line; of a group only its name, as its keys have rows of their own, of a table only its size.
  public var text: String {
    guard let value else { return usual }
    if value.members != nil, let name = value["name"] ?? value.members?.first?.value {
      return name.text ?? name.sizeOfLongList ?? YAMLText.flow(value)
    }
    return value.sizeOfLongList ?? YAMLText.flow(value)
  }

  /// The value as one would type it, or of a long one what it holds.
  public var inWords: String { typed.count > 80 ? text : typed }

  /// The words that may stand there.
  public var names: [String] {
    if form == .flag { return ["true", "false"] }
    return form.names + form.choices.filter { !form.names.contains($0) }
  }

  /// The value as one would type it.
  public var typed: String { value.map(YAMLText.flow) ?? "" }
}

extension YAMLNode {
  /// What a list holds in words where it is too long for a row of a form: `300 rows of 784`.
  fileprivate var sizeOfLongList: String? {
    guard case .list(let items) = content, let first = items.first, wordCount(upTo: 33) > 32 else {
      return nil
    }
    if case .list(let columns) = first.content {
      return "\(items.count) rows of \(columns.count)"
    }
    return items.count.counted(first.members == nil ? "value" : "group")
  }
}

extension ValueForm {
  /// What may be written, in words: names, a range, a kind of value.
  public var words: String {
    switch self {
    case .number(let range): range.words
    case .integer(let range):
      range.upperBound > 1_000_000
        ? "a whole number from \(range.lowerBound)"
        : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .flag: "true or false"
    case .word: "a text"
    case .choice(let names): names.joined(separator: ", ")
    case .list(let item): "a list: each \(item.words)"
    case .group(let keys): "{\(keys.map { "\($0.name): …" }.joined(separator: ", "))}"
    case .named(let variants): variants.map(\.name).joined(separator: ", ")
    case .either(let forms):
      forms.map(\.words).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        .joined(separator: "; or ")
    }
  }
}

extension NumberRange {
  /// Which numbers may stand there, in words.
  public var words: String {
    let parts = [
      least.map {
        excludesLeast ? "above \(YAMLNode($0).text ?? "")" : "from \(YAMLNode($0).text ?? "")"
      },
      most.map {
        excludesMost ? "below \(YAMLNode($0).text ?? "")" : "to \(YAMLNode($0).text ?? "")"
      },
    ].compactMap(\.self)
    return (["a number"] + parts).joined(separator: " ")
  }
}
