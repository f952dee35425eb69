/// Reads the name of a quantity: parts between dots, each a word with a number or with indices in brackets.
struct QuantityParser {
  private var parts: ArraySlice<Substring>

  init(_ text: String) {
    parts = text.split(separator: ".", omittingEmptySubsequences: false)[...]
  }

  mutating func parse() -> (Quantity.Kind, sample: Int, isOfBatch: Bool)? {
    var (sample, isChosen) = (1, false)
    let isOfBatch = next("batch")
    if let number = number(after: "sample") {
      (sample, isChosen) = (number, true)
      parts.removeFirst()
    }
    guard let kind = body(), parts.isEmpty else { return nil }
    guard !isChosen || kind.isOfSample, !isOfBatch || kind.isGradient else { return nil }
    return (kind, sample, isOfBatch)
  }

  private mutating func body() -> Quantity.Kind? {
    if let layer = number(after: "layer") {
      parts.removeFirst()
      return layerBody(layer)
    }
    guard let (word, indices) = nextTerm() else { return nil }
    switch (word, indices.count) {
    case ("input", 1): return .input(indices[0])
    case ("target", 1): return .target(indices[0])
    case ("output", 1): return next("grad") ? .outputGradient(indices[0]) : .output(indices[0])
    case ("confusion", 2): return .confusion(.training, of: indices[0], as: indices[1])
    case ("heldout_confusion", 2): return .confusion(.heldOut, of: indices[0], as: indices[1])
    case ("test_confusion", 2): return .confusion(.test, of: indices[0], as: indices[1])
    case (_, 0): return Quantity.Figure(called: String(word)).map { .figure($0) }
    default: return nil
    }
  }

  private mutating func layerBody(_ layer: Int) -> Quantity.Kind? {
    guard let (word, indices) = nextTerm() else { return nil }
    switch (word, indices.count) {
    case ("z", 1): return .preActivation(layer: layer, unit: indices[0])
    case ("u", 1): return .normalized(layer: layer, unit: indices[0])
    case ("a", 1): return .activation(layer: layer, unit: indices[0])
    case ("delta", 1): return .delta(layer: layer, unit: indices[0])
    case ("grad_norm", 0): return .weightGradientNorm(layer: layer)
    case ("bias_grad_norm", 0): return .biasGradientNorm(layer: layer)
    case (_, 0):
      return LayerFigure(rawValue: String(word)).map { .layerFigure($0, layer: layer) }
    case ("w", 2): return parameter(layer, .weight(unit: indices[0], input: indices[1]))
    case ("b", 1): return parameter(layer, .bias(unit: indices[0]))
    case ("gamma", 1): return parameter(layer, .gamma(unit: indices[0]))
    case ("beta", 1): return parameter(layer, .beta(unit: indices[0]))
    default: return nil
    }
  }

  private mutating func parameter(
    _ layer: Int, _ kind: ParameterIndex.Kind
  ) -> Quantity.Kind {
    let index = ParameterIndex(layer: layer, kind: kind)
    if next("grad") { return .gradient(index) }
    if next("numeric") { return .numericGradient(index) }
    if next("change") { return .change(index) }
    if next("m") { return .firstMoment(index) }
    if next("s") { return .secondMoment(index) }
    return .parameter(index)
  }

  /// Takes the next part if it is this word.
  private mutating func next(_ word: String) -> Bool {
    guard let first = parts.first, first == word else { return false }
    parts.removeFirst()
    return true
  }

  /// The number of a first part such as "layer12".
  private func number(after word: String) -> Int? {
    guard let first = parts.first, first.hasPrefix(word) else { return nil }
    return Self.natural(first.dropFirst(word.count))
  }

  /// Takes a part such as "w[1,2]" apart; every index is at least 1.
  private mutating func nextTerm() -> (word: Substring, indices: [Int])? {
    guard let part = parts.popFirst() else { return nil }
    guard let bracket = part.firstIndex(of: "[") else { return (part, []) }
    guard part.last == "]" else { return nil }
    let inside = part[part.index(after: bracket)...].dropLast()
    let fields = inside.split(separator: ",", omittingEmptySubsequences: false)
    let indices = fields.compactMap { Self.natural($0) }
    return indices.count == fields.count ? (part[..<bracket], indices) : nil
  }

  /// A number from 1, written with digits only; spaces around it are allowed.
  private static func natural(_ text: Substring) -> Int? {
    let digits = text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return Int(String(digits)).flatMap { $0 > 0 ? $0 : nil }
  }
}

extension Quantity.Kind {
  /// Whether a sample may be chosen for it.
  var isOfSample: Bool {
    switch self {
    case .input, .target, .output, .outputGradient, .preActivation, .normalized, .activation,
      .delta:
      true
    default: false
    }
  }
}

extension Quantity.Kind {
  /// Whether it is a slope of the objective, or of several.
  var isGradient: Bool {
    switch self {
    case .gradient, .numericGradient, .weightGradientNorm, .biasGradientNorm: true
    case .figure(let figure): figure == .gradientNorm
    default: false
    }
  }
}

extension Quantity.Kind {
  /// Whether it counts something, or is the share of what was counted: then a whole number is meant exactly.
  public var isCounted: Bool {
    switch self {
    case .figure(let figure): figure.isCounted
    case .confusion, .layerFigure(.dead, _), .layerFigure(.saturated, _): true
    default: false
    }
  }
}
