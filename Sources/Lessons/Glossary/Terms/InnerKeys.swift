import Experiments

/// A key inside the value of another, where an experiment file may have it.
private struct InnerKey {
  /// The key that it stands in.
  let parent: String
  /// The name that it goes with, such as `adam`; nil where it goes with all.
  let variant: String?
  let key: ValueForm.Key

  /// All that is said of it: where two keys say the same, they are told in one clause.
  var meaning: [String] { [parent, key.summary, key.usual.map(YAMLText.flow) ?? ""] }
}

extension ValueForm {
  /// The keys in it, at every depth.
  fileprivate func innerKeys(of parent: String) -> [InnerKey] {
    func inside(_ keys: [Key], _ variant: String?) -> [InnerKey] {
      keys.flatMap {
        [InnerKey(parent: parent, variant: variant, key: $0)] + $0.form.innerKeys(of: $0.name)
      }
    }
    switch self {
    case .group(let keys): return inside(keys, nil)
    case .named(let variants): return variants.flatMap { inside($0.keys, $0.name) }
    case .either(let forms): return forms.flatMap { $0.innerKeys(of: parent) }
    case .list(let item): return item.innerKeys(of: parent)
    default: return []
    }
  }
}

extension GlossaryTerm {
  /// The keys that stand inside others, each once, with every place where it may stand; those of the whole file apart.
  static let innerKeys: [GlossaryTerm] = {
    let outer = Set(ExperimentField.all.map(\.name))
    let all = ExperimentField.all.flatMap { $0.form.innerKeys(of: $0.name) }
      .filter { !outer.contains($0.key.name) }
    return all.map(\.key.name).uniqued.map { name in
      let clauses = all.filter { $0.key.name == name }.grouped.map(clause)
      return GlossaryTerm(
        "\(name):", .key, aliases: [name], "Inside \(clauses.joined(separator: "; inside ")).")
    }
  }()

  /// What places that say the same say: "'optimizer' with adam: …".
  private static func clause(_ places: [InnerKey]) -> String {
    let first = places[0]
    let names = places.compactMap(\.variant).uniqued
    let shown = names.prefix(3).joined(separator: ", ")
    let more = names.count > 3 ? " and \(names.count - 3) more" : ""
    let usual = first.key.usual.map { " (by default \(YAMLText.flow($0)))" } ?? ""
    return "'\(first.parent)'" + (names.isEmpty ? "" : " with \(shown)\(more)")
      + ": \(first.key.summary)\(usual)"
  }
}

extension [InnerKey] {
  /// Those that say the same together, in their order.
  fileprivate var grouped: [[InnerKey]] {
    map(\.meaning).uniqued.map { meaning in filter { $0.meaning == meaning } }
  }
}
