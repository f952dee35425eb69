extension Quantity {
  /// The names of all quantities, with 1 in place of every number, for help and suggestions.
  public static let names: [String] = {
    var names = Figure.names.sorted()
    names += ["input[1]", "target[1]", "output[1]", "output[1].grad"]
    names += ["confusion[1,1]", "heldout_confusion[1,1]", "test_confusion[1,1]"]
    names += LayerFigure.allCases.map { "layer1.\($0.rawValue)" }
    names += ["z[1]", "u[1]", "a[1]", "delta[1]", "grad_norm", "bias_grad_norm"].map {
      "layer1." + $0
    }
    for parameter in ["w[1,1]", "b[1]", "gamma[1]", "beta[1]"] {
      names += ["", ".grad", ".numeric", ".change", ".m", ".s"].map { "layer1.\(parameter)\($0)" }
    }
    names += [
      "batch.grad_norm", "batch.layer1.grad_norm", "batch.layer1.w[1,1].grad",
      "sample1.output[1]", "sample1.layer1.z[1]", "sample1.layer1.a[1]", "sample1.layer1.delta[1]",
    ]
    return names
  }()

  /// The known name nearest to a text that is none, with the text's own numbers; nil when nothing is near.
  public static func suggestion(for text: String) -> String? {
    let (pattern, numbers) = generalized(String(text.prefix(64)))
    let ranked = names.map { (name: $0, distance: distance(pattern, generalized($0).pattern)) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }),
      best.distance <= max(2, pattern.count / 3)
    else { return nil }
    return specialized(best.name, with: numbers)
  }

  /// Every run of digits becomes "1"; the runs themselves in order.
  private static func generalized(_ text: String) -> (pattern: [Character], numbers: [String]) {
    var (pattern, numbers): ([Character], [String]) = ([], [])
    var wasDigit = false
    for character in text {
      let isDigit = character.isASCII && character.isNumber
      if isDigit, wasDigit { numbers[numbers.count - 1].append(character) }
      if isDigit, !wasDigit { numbers.append(String(character)) }
      if !(isDigit && wasDigit) { pattern.append(isDigit ? "1" : character) }
      wasDigit = isDigit
    }
    return (pattern, numbers)
  }

  private static func specialized(_ name: String, with numbers: [String]) -> String {
    var left = numbers[...]
    return name.reduce(into: "") { result, character in
      result += character == "1" ? left.popFirst() ?? "1" : String(character)
    }
  }

  /// How many insertions, deletions and replacements lead from one text to the other (Levenshtein).
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let cost = min(row[j + 1] + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[right.count]
  }
}
