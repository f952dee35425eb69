import Experiments
import TerminalCanvas

/// Keys in other places: what the program calls `p` may be pressed as F5.
public struct KeyMap: Hashable, Sendable {
  /// The key to press for each of the program's that has moved.
  private var places: [Key: Key] = [:]

  /// Every key in its own place.
  public init() {}

  /// The key of the program that a pressed one stands for; nil where its own meaning has moved away.
  func meaning(of pressed: Key) -> Key? {
    if let original = places.first(where: { $0.value == pressed })?.key { return original }
    return places[pressed] == nil ? pressed : nil
  }

  /// The key to press for one of the program's.
  func place(of key: Key) -> Key { places[key] ?? key }

  /// The keys of a file; nil after complaints.
  init?(_ value: YAMLValue) {
    guard let pairs = value.pairs(of: "'keys'") else { return nil }
    for (name, place) in pairs {
      guard let key = Key(label: name.name), Self.bound.contains(key) else {
        value.source.diagnose(
          "The program has no key '\(name.name)': '?' in it lists them.", at: name.place)
        continue
      }
      guard let text = place.scalarText, let other = Key(label: text) else {
        place.diagnose("Expected a key such as x, ^x, F5 or Space, but found \(place.kind).")
        continue
      }
      places[key] = other
    }
    diagnoseClashes(value)
  }

  /// Every key that means something somewhere.
  private static let bound = Set(KeyContext.all.flatMap(\.bindings).flatMap(\.keys))

  /// Two keys of one place of the program cannot be pressed as the same.
  private func diagnoseClashes(_ value: YAMLValue) {
    for (key, place) in places.sorted(by: { $0.key.label < $1.key.label }) {
      for context in KeyContext.all {
        let keys = context.bindings.flatMap(\.keys)
        guard keys.contains(key),
          let other = keys.first(where: { $0 != key && self.place(of: $0) == place })
        else { continue }
        value.diagnose(
          "'\(place.label)' would mean two things: '\(key.label)' and '\(other.label)'. Give '\(other.label)' another place too."
        )
        break
      }
    }
  }

  /// As a file holds it.
  var node: YAMLNode {
    .group(
      places.sorted { $0.key.label < $1.key.label }.map { ($0.key.label, YAMLNode($0.value.label)) }
    )
  }
}

extension Key {
  /// The key that footer and help write so; nil for what is none.
  init?(label: String) {
    let named: [Key] =
      [.up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape, .tab, .backTab]
      + [.backspace, .delete, .insert, .character(" ")] + (1...12).map { .function($0) }
    if let key = named.first(where: { $0.label.lowercased() == label.lowercased() }) {
      self = key
    } else if label.count == 1, let character = label.first {
      self = .character(character)
    } else if label.count == 2, label.hasPrefix("^"), let letter = label.lowercased().last,
      letter.isLetter
    {
      self = .control(letter)
    } else {
      return nil
    }
  }
}
