import Experiments
import Workbench

extension DoKey {
  static let compare = DoKey(
    // Beside its label a run takes every key of an experiment.
    "compare", .list(.group([])),
    help: "A list of `{label, …keys}`: new runs side by side",
    deed: { value, context in CompareParser(context: context).variants(value).map { Comparison($0) }
    })
}

/// Reads what `compare` lays side by side.
struct CompareParser {
  /// The most runs that stand side by side.
  static let mostRuns = 4

  let context: LessonContext

  /// The runs; nil after complaints.
  func variants(_ value: YAMLValue) -> [Comparison.Variant]? {
    guard let items = value.items("a list of runs", atMost: Self.mostRuns) else { return nil }
    guard items.count > 1 else { return value.reject("Compare two runs or more.") }
    let variants = items.compactMap { variant($0) }
    if Set(variants.map(\.label)).count < variants.count {
      value.diagnose("Two runs have the same label: give each its own.")
    }
    return variants.count == items.count ? variants : nil
  }

  private func variant(_ value: YAMLValue) -> Comparison.Variant? {
    let label = value.member("label")
    guard let label else { return value.reject("A run of a comparison needs 'label'.") }
    guard let text = label.text(of: "a label", limit: 16), isLabel(text, label) else { return nil }
    return context.edits(value, of: "A run of a comparison", besides: ["label"])
      .map { Comparison.Variant(label: text, edits: $0) }
  }

  private func isLabel(_ text: String, _ value: YAMLValue) -> Bool {
    let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || "_- ".contains($0) }
    if !isPlain { value.diagnose("A label has letters, digits, '-' and '_' only.") }
    return isPlain
  }
}
