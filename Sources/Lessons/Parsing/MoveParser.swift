import Experiments
import NeuralNetwork
import Workbench

/// Reads where a `go` leads: `forward layer 1`, `3 updates`, `until loss < 0.1 within 200 updates`.
struct MoveParser {
  let context: LessonContext
  let position: SourcePosition

  /// The most updates that a wait may take, and what it takes unless told otherwise.
  private static let longestWait = (limit: 1_000_000, usual: 10_000)

  /// Every way, as lessons write it, and where it leads.
  static let forms = [
    ("start", "to before the step"),
    (
      "forward layer 1", "until layer 1 has put out its numbers; `forward` alone through all layers"
    ),
    ("loss", "until the loss is known"),
    ("backward layer 1", "until layer 1 has its gradients; `backward` alone through all layers"),
    ("update", "makes the update"),
    ("3 updates", "ahead; also `2 epochs` and `1 phase`"),
    ("back 1 update", "back; also epochs and phases"),
    ("update 6", "to this update, ahead or back"),
    ("epoch 3", "to this epoch"),
    (
      "until loss < 0.1 within 200 updates",
      "until a condition holds; it must within so many updates"
    ),
    ("stop within 500 updates", "until early stopping ends the training"),
  ]

  private static let examples = forms.map(\.0).joined(separator: ", ")

  /// The way; nil, with a complaint, when the words are none.
  func move(_ text: String) -> Move? {
    let words = text.split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case ("start", 1): return .start
    case ("loss", 1): return .phase(.loss)
    case ("update", 1): return .update
    case ("forward", 1): return .allForward
    case ("backward", 1): return .allBackward
    case ("forward", 3): return layer(words).map { .phase(.forward(layer: $0)) } ?? reject(text)
    case ("backward", 3): return layer(words).map { .phase(.backward(layer: $0)) } ?? reject(text)
    case ("update", 2): return count(words[1]).map { .toUpdate($0) } ?? reject(text)
    case ("epoch", 2): return count(words[1]).map { .toEpoch($0) } ?? reject(text)
    case ("stop", 4): return stop(words).map { .toStop(within: $0) } ?? reject(text)
    case ("until", 2...): return wait(Array(words.dropFirst()))
    case ("back", 3): return stretch(words.dropFirst()).map { .back($0, $1) } ?? reject(text)
    case (_, 2): return stretch(words[...]).map { .ahead($0, $1) } ?? reject(text)
    default: return reject(text)
    }
  }

  private func layer(_ words: [String]) -> Int? {
    guard words[1] == "layer", let number = Int(words[2]), (1...Limits.layers).contains(number)
    else {
      return nil
    }
    return number
  }

  /// The limit of `stop within 500 updates`; nil when the words are others.
  private func stop(_ words: [String]) -> Int? {
    words[1] == "within" && words[3].hasPrefix("update") ? count(words[2]) : nil
  }

  private func count(_ word: String) -> Int? {
    Int(word).flatMap { (0...Self.longestWait.limit).contains($0) ? $0 : nil }
  }

  private func stretch(_ words: ArraySlice<String>) -> (Int, NeuralNetwork.StepSize)? {
    guard let first = words.first, let last = words.last, let number = count(first), number > 0
    else {
      return nil
    }
    let unit = last.hasSuffix("s") ? String(last.dropLast()) : last
    return NeuralNetwork.StepSize(rawValue: unit).map { (number, $0) }
  }

  private func wait(_ words: [String]) -> Move? {
    let reader = ConditionParser(context: context, position: position)
    guard let place = words.firstIndex(of: "within") else {
      return reader.condition(words.joined(separator: " "))
        .map { .until($0, within: Self.longestWait.usual) }
    }
    let limit = words[(place + 1)...]
    guard limit.count == 2, limit.last?.hasPrefix("update") == true,
      let number = count(limit[place + 1])
    else { return reject(words.joined(separator: " ")) }
    return reader.condition(words[..<place].joined(separator: " ")).map {
      .until($0, within: number)
    }
  }

  private func reject(_ text: String) -> Move? {
    context.diagnose("'\(text)' leads nowhere. Examples: \(Self.examples).", at: position)
    return nil
  }
}
