/// A value to be put in place of another one of an experiment's document, or of none.
public struct ExperimentEdit: Hashable, Sendable {
  /// The keys that lead to its place, and numbers from 1 into lists.
  public let path: [String]
  /// What is to stand there; `null` takes the key away.
  public let value: YAMLNode

  /// A value for the place that a path leads to.
  public init(_ path: String..., value: YAMLNode) { self.init(path: path, value: value) }

  /// A value for the place that a path leads to.
  public init(path: [String], value: YAMLNode) {
    self.path = path.prefix(1).map(ExperimentField.key) + path.dropFirst()
    self.value = value
  }

  /// A document has no place where a path leads.
  public struct NoPlace: Error, Hashable, Sendable {
    /// The edit in question.
    public let edit: ExperimentEdit
  }
}

extension ExperimentEdit {
  /// The same edit; a learning rate goes where the document has it.
  fileprivate func insideOptimizer(of root: YAMLNode) -> ExperimentEdit {
    guard path == ["learning_rate"], !value.isNull, root["optimizer"]?["lr"] != nil else {
      return self
    }
    return ExperimentEdit("optimizer", "lr", value: value)
  }
}

/// Edits of one document, made together: which of them stands first does not matter.
struct ExperimentEdits {
  private var root: YAMLNode
  /// The values that keys are to have, in the order of the edits.
  private var newValues: [YAMLNode.Member] = []

  /// A group of an experiment's keys after some edits.
  /// - Throws: the first edit for which there is no place.
  static func apply(
    _ edits: [ExperimentEdit], to root: YAMLNode
  ) throws(ExperimentEdit.NoPlace) -> YAMLNode {
    var result = ExperimentEdits(root: root)
    // A group goes before what is in it, which would be lost with the old group.
    let edits = edits.map { $0.insideOptimizer(of: root) }
    for edit in edits.sorted(by: { $0.path.count < $1.path.count }) {
      guard result.collect(edit) else { throw ExperimentEdit.NoPlace(edit: edit) }
    }
    result.carryOut()
    return result.root
  }

  private init(root: YAMLNode) { self.root = root }

  private mutating func collect(_ edit: ExperimentEdit) -> Bool {
    guard let key = edit.path.first else { return false }
    let place = newValues.firstIndex { $0.key == key }
    let old = place.map { newValues[$0].value } ?? root[key]
    let form = ExperimentField.named(key)?.form ?? .word
    guard let value = YAMLNode.replacing(edit.path.dropFirst(), in: old, with: edit.value, form)
    else { return false }
    if let place { newValues[place].value = value } else { newValues.append(.init(key, value)) }
    return true
  }

  /// Makes room for all values, then puts them in their places.
  private mutating func carryOut() {
    let fields = newValues.compactMap { ExperimentField.named($0.key) }
    var homeless: [YAMLNode.Member] = []
    for member in newValues {
      let field = ExperimentField.named(member.key)
      // Two edits that contradict each other stay side by side, for the reader to say so.
      let clashes = field.map { field in fields.contains { field.excludes($0) } } ?? true
      if member.value.isNull || clashes || !makeRoom(field, member.value) {
        homeless.append(member)
      }
    }
    for member in homeless { root[member.key] = member.value.isNull ? nil : member.value }
  }

  private mutating func makeRoom(_ field: ExperimentField?, _ value: YAMLNode) -> Bool {
    guard let field else { return false }
    if field.makeRoom(&root, value) { return true }
    for other in ExperimentField.all where field.excludes(other) { root[other.name] = nil }
    return false
  }
}

extension YAMLNode {
  /// A node with a value where a path leads; nil when it leads nowhere.
  static func replacing(
    _ path: ArraySlice<String>, in node: YAMLNode?, with value: YAMLNode, _ form: ValueForm
  ) -> YAMLNode? {
    guard let key = path.first else { return value }
    var node = node ?? .group([])
    switch node.content {
    case .list(var items):
      guard let place = Int(key), items.indices.contains(place - 1),
        let item = replacing(path.dropFirst(), in: items[place - 1], with: value, form)
      else { return nil }
      items[place - 1] = item
      node.content = .list(items)
    case .group:
      guard let item = replacing(path.dropFirst(), in: node[key], with: value, form) else {
        return nil
      }
      node[key] = item.isNull ? nil : item
      if key == "name" { node.dropSettings(of: form) }
    case .scalar:
      // A name alone, `optimizer: adam`, becomes a group with the name in it.
      return replacing(path, in: .group([("name", node)]), with: value, form)
    }
    return node
  }

  /// Takes away the keys that do not go with the group's name.
  private mutating func dropSettings(of form: ValueForm) {
    guard let name = self["name"]?.text, form.names.contains(name), let members else { return }
    let known = Set(["name"] + form.keys(of: name).map(\.name))
    content = .group(members.filter { known.contains($0.key) })
  }
}

extension ExperimentEdit {
  /// The edit in a few words: `optimizer.beta1 0.8`.
  public var label: String {
    "\(path.joined(separator: ".")) \(value.isNull ? "as usual" : SafeText.visible(YAMLText.flow(value)))"
  }
}
