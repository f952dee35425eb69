import NeuralNetwork

/// What lines say to the keys that change a screen, or how fast something moves on it.
enum PlainScreenKey {
  /// What is told in place of a change of the screen; nil where the key does something here, too.
  static func lines(_ message: Message, _ model: Model) -> [String]? {
    guard case .workbench(let message) = message else { return nil }
    switch message {
    case .toggleZoom: return PlainLook.lines(model)
    case .toggleLogScale:
      let panel = model.look.focusedPanel == .trainval ? Panel.trainval : .loss
      return ["A scale is a thing of pictures. Lines tell the numbers:"]
        + PlainLook.lines(at: panel.name, model)
    case .toggleLogTime: return ["A scale is a thing of pictures. \(numbers)"]
    case .smoothMore: return ["Smoothing is a thing of pictures. \(numbers)"]
    case .toggleSorting: return ["The order is a thing of pictures. \(numbers)"]
    default: return nil
    }
  }

  /// What has become of a key whose effect nothing here shows: of the speed, since lines train so many updates at once, and of
  /// the subject of a histogram.
  static func notice(of message: Message, _ model: Model) -> String? {
    switch message {
    case .workbench(.faster), .workbench(.slower):
      "play makes \(model.look.pace.updatesAtOnce.counted("update")) at once now."
    case .workbench(.cycleHistogram):
      "The histogram is of \(model.look.histogram.rawValue) now; look histogram tells it."
    default: nil
    }
  }

  private static let numbers = "look tells the numbers along the way."
}

extension Pace {
  /// Updates that playing makes in lines, where nothing moves by itself.
  var updatesAtOnce: Int {
    switch self {
    case .phases: 1
    case .slow: 10
    case .walking: 100
    case .running: 200
    case .racing: 500
    case .epochs: 1000
    case .flatOut: 5000
    }
  }
}
