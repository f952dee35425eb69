import Experiments
import NeuralNetwork

/// What to write in place of an option that a command does not have.
enum UnknownOption {
  /// What the parser of the command line says, with a better answer to an option that it does not know.
  static func mended(_ text: String, _ arguments: [String]) -> String {
    guard
      let found = text.firstMatch(
        of: /(Unknown option '-+([^'=]+)[^']*')(\. Did you mean '[^']*'\?)?/),
      let command = arguments.first, let hint = hint(for: String(found.2), of: command, arguments)
    else { return text }
    return text.replacing(found.0, with: "\(found.1). \(hint)", maxReplacements: 1)
  }

  private static func hint(
    for option: String, of command: String, _ arguments: [String]
  ) -> String? {
    if let hint = hints[command]?[option] ?? hints[""]?[option] { return hint }
    guard let key = ExperimentField.key(ofOption: option) else { return nil }
    let value = value(of: option, in: arguments)
    if key.contains(":") { return "As a key of the experiment it is '\(key)'." }
    switch command {
    case "train": return "Write '--set \(key)=\(value)'."
    case "sweep": return "Write '--vary \(key)=\(value)'."
    case "play", "range", "surface", "export", "predict", "picture", "record":
      return "Write '\(key): \(value)' in the experiment file."
    default: return nil
    }
  }

  /// What was given with an option.
  private static func value(of option: String, in arguments: [String]) -> String {
    guard let place = arguments.firstIndex(where: { $0.hasPrefix("-") && $0.contains(option) })
    else {
      return "…"
    }
    let parts = arguments[place].split(separator: "=", maxSplits: 1)
    let rest = parts.count > 1 ? String(parts[1]) : arguments.dropFirst(place + 1).first
    guard let rest, !rest.hasPrefix("--") else { return "…" }
    return SafeText.visible(String(rest.prefix(40)))
  }

  /// Answers that are no keys, by command; those of every command under no name.
  private static let hints: [String: [String: String]] = [
    "": ["save": exporting, "out": exporting, "model": exporting, "checkpoint": exporting],
    "sweep": [
      "cv": folding, "kfold": folding, "k": folding, "seed": "Give a number of them: '--seeds 20'.",
    ],
    "learn": ["page": "Pages are given with '--at 7'.", "goto": "Pages are given with '--at 7'."],
    "range": [
      "lr": "It looks for the learning rate itself: '--from' and '--to' say where.",
      "learning-rate": "It looks for the learning rate itself: '--from' and '--to' say where.",
    ],
  ]

  private static let folding = "Parts are made with '--folds 5'."
  private static let exporting =
    "What was trained is written by 'downhill export', as in 'downhill export FILE --to safetensors -o net.safetensors'."
}
