import NeuralNetwork

/// The steps that the keys of a form have made, so that the opposite key takes each of them back exactly.
///
/// The values that keys walk through lead from 0.37 to 0.5, and from there to 0.2: only memory leads back.
public struct FormTrail: Sendable {
  private struct Step {
    let path: [String]
    let direction: Int
    /// The row's value after the step; nil where none is said.
    let value: YAMLNode?
    /// What takes it back.
    let back: [ExperimentEdit]
  }

  private var steps: [Step] = []

  /// No steps yet.
  public init() {}

  /// The edits that a key makes: back where the last step at the row went the other way, else what the next value means.
  /// - Throws: why there is none.
  public mutating func step(
    _ row: FormRow, by direction: Int, in file: ExperimentFile,
    meaning: (ExperimentEdit) -> [ExperimentEdit] = { [$0] }
  ) throws(Diagnostics) -> [ExperimentEdit] {
    if let back = back(row, by: direction) { return back }
    let (edits, changed, value) = try file.stepped(row, by: direction, meaning: meaning)
    steps.append(
      Step(
        path: row.path, direction: direction, value: value?.withoutPositions,
        back: row.field.isLive
          ? [ExperimentEdit(path: row.path, value: row.value ?? .null)]
          : changed.document.edits(to: file.document)))
    return edits
  }

  /// What takes back the last step at a row if it went the other way; it is forgotten then.
  private mutating func back(_ row: FormRow, by direction: Int) -> [ExperimentEdit]? {
    guard let last = steps.lastIndex(where: { $0.path == row.path }) else { return nil }
    // Something else has given it another value since: the steps do not lead back from there.
    guard steps[last].value == row.value?.withoutPositions else {
      steps.removeAll { $0.path == row.path }
      return nil
    }
    return steps[last].direction == direction ? nil : steps.remove(at: last).back
  }
}

extension ExperimentDocument {
  /// What makes another document of this one, key by key.
  fileprivate func edits(to other: ExperimentDocument) -> [ExperimentEdit] {
    let keys = [root, other.root].flatMap { $0.members ?? [] }.map(\.key)
    return Set(keys).sorted().filter { root[$0] != other.root[$0] }
      .map { ExperimentEdit($0, value: other.root[$0] ?? .null) }
  }
}
