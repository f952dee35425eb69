import Experiments
import Workbench

extension DoKey {
  static let dial = DoKey(
    "dial", .group(DialParser.fields),
    help:
      "`{key: clip.max, values: [0.1, 1, 10], label: limit}`: keys } and { turn it; each turn begins a run anew with "
      + "another value, the one before stays to compare with",
    deed: { value, context in DialParser(context: context).dial(value) })
}

/// Reads what `dial` turns.
struct DialParser {
  static let fields: [ValueForm.Key] = [
    .init("key", .word, "a key of an experiment file, such as clip.max", isRequired: true),
    .init(
      "values", .list(.either([.word, .list(.word), .group([])])), "its values, two or more",
      isRequired: true),
    .init("label", .word, "what the page calls it; by default the last part of the key"),
  ]
  /// The most values, and the most characters of a label with one of them: they stand in narrow columns.
  private static let most = (values: 8, label: 16)
  /// The most dials of one page.
  static let mostOfPage = 2

  let context: LessonContext

  /// A dial; nil after complaints.
  func dial(_ value: YAMLValue) -> Dial? {
    guard let fields = value.fields(of: "A dial", known: Self.fields.map(\.name)),
      let key = fields.required("key", in: "A dial"), let name = key.text(of: "a key"),
      let values = fields.required("values", in: "A dial").flatMap(items)
    else { return nil }
    let path = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard values.filter({ !isRead($0, at: path, key) }).isEmpty else { return nil }
    let label = fields["label"].map { $0.text(of: "a label") } ?? path.last
    guard let label else { return nil }
    let dial = Dial(
      label: label, path: path, values: values.map(\.node), position: value.position)
    return fits(dial, value) ? dial : nil
  }

  private func items(_ value: YAMLValue) -> [YAMLValue]? {
    guard let items = value.items("a list of values", atMost: Self.most.values) else { return nil }
    guard items.count > 1 else { return value.reject("A dial has two values or more.") }
    if let none = items.first(where: \.node.isNull) {
      return none.reject("A value of a dial is written out: it cannot be null.")
    }
    guard Set(items.map(\.node.inBrief)).count == items.count else {
      return value.reject("A dial has each value once.")
    }
    return items
  }

  /// Whether the key is one and takes the value, as far as that shows without the run.
  private func isRead(_ value: YAMLValue, at path: [String], _ key: YAMLValue) -> Bool {
    let isWhole = path.count == 1
    // What is inside a group shows when the group is known.
    let member = YAMLNode.Member(
      path[0], isWhole ? value.node : YAMLNode(.group([])), position: key.node.position)
    let group = YAMLValue(
      node: YAMLNode(.group([member]), position: key.node.position), source: value.source)
    guard let fields = ExperimentReading.fields(of: group, "An experiment") else { return false }
    if isWhole { _ = ExperimentReading(fields, isPartial: true) }
    return true
  }

  private func fits(_ dial: Dial, _ value: YAMLValue) -> Bool {
    let longest = dial.texts.map { "\(dial.label) \($0)" }.max { $0.count < $1.count } ?? ""
    guard longest.count > Self.most.label else { return true }
    value.diagnose("'\(longest)' is too long: \(Self.most.label) characters at most.")
    return false
  }
}

extension Action {
  /// The dials that it lays on the page.
  public var dials: [Dial] { steps.compactMap { $0.deed as? Dial } }
}
