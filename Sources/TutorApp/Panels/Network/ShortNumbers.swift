import TerminalCanvas

/// Numbers for the narrowest columns.
extension Double {
  /// A number for the narrowest columns: `0.4`, `-.4`, `12`.
  func short(width: Int) -> String {
    guard width == 3 else { return fittedOrTiny(width: width, decimals: 3) }
    let text = formatted(decimals: 1)
    if text.count <= 3 { return text }
    return text.hasPrefix("-0.") ? "-" + text.dropFirst(2) : fittedOrTiny(width: 3, decimals: 0)
  }

  /// The value with fewer digits than it has room for, where that leaves a blank between it and a mark behind it.
  func besideMark(width: Int, decimals: Int, room: Int) -> String {
    let short = fittedOrTiny(width: min(width, room - 2), decimals: decimals)
    let isNumber = !short.hasPrefix("~") && short.contains(where: \.isNumber)
    return isNumber ? short : fittedOrTiny(width: width, decimals: decimals)
  }

  /// Whether it is too large for so few characters, as the numbers of a run that blows up are.
  func isTooLarge(width: Int, decimals: Int) -> Bool {
    magnitude > 1 && fitted(width: width, decimals: decimals).hasPrefix("#")
  }

  /// The value in so few characters that one near 0, or far from it, may not fit: then it is `~0` or `huge`.
  func fittedOrTiny(width: Int, decimals: Int) -> String {
    let text = fitted(width: width, decimals: decimals)
    guard text.hasPrefix("#") else { return text }
    if magnitude < 1 { return "~0" }
    let word = self < 0 ? "-huge" : "huge"
    return word.count <= width ? word : text
  }
}
