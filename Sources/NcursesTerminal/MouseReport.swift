import TerminalCanvas

/// The reports of a mouse in the form of mode 1006: `ESC [ < button ; column ; row M`, with `m` for a release.
enum MouseReport {
  /// Reads what stands between `ESC [` and the final byte; nil for what is no report, or tells of nothing used here.
  static func event(_ parameters: [Int], final: Int) -> Event? {
    guard parameters.first == 0x3C, final == 0x4D || final == 0x6D else { return nil }
    let text = String(decoding: parameters.dropFirst().map { UInt8($0) }, as: UTF8.self)
    let numbers = text.split(separator: ";").compactMap { Int($0) }
    guard numbers.count == 3, numbers[1] > 0, numbers[2] > 0,
      let action = action(numbers[0], isRelease: final == 0x6D)
    else { return nil }
    return .mouse(Mouse(action, at: Point(x: numbers[1] - 1, y: numbers[2] - 1)))
  }

  /// Bits 0 and 1 are the button, 2 to 4 keys held with it, 5 a movement, 6 the wheel.
  private static func action(_ code: Int, isRelease: Bool) -> Mouse.Action? {
    let button = code & 3
    switch (code & ~0x1F, isRelease) {
    case (0, true): return .release
    case (0, false): return button < 3 ? .press(button: button) : nil
    case (32, false): return button < 3 ? .drag(button: button) : nil
    case (64, false): return button == 0 ? .wheelUp : button == 1 ? .wheelDown : nil
    default: return nil
    }
  }
}
