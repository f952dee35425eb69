import Experiments

extension YAMLValue {
  /// How far off a number may be; below 0 nothing would be right.
  func tolerance() -> Double? {
    guard let value = number("a tolerance") else { return nil }
    return value >= 0 ? value : reject("A tolerance is 0 or more, but this is '\(value)'.")
  }
}
