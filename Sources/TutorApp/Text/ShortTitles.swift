import NeuralNetwork

extension Loss {
  /// The title where a whole one has no room, beside a curve: its initials, where it has several words.
  var shortTitle: String {
    let words = title.split { $0 == " " || $0 == "-" }
    // "Half" is no part of a name: half MSE.
    let half = words.first == "half" ? "half " : ""
    let rest = half.isEmpty ? words : Array(words.dropFirst())
    return rest.count < 2 ? title : half + rest.compactMap(\.first).map { $0.uppercased() }.joined()
  }
}
