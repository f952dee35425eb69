import Platform

extension Int32 {
  /// The relative luminance of a color 0xRRGGBB, 0...1, by WCAG 2.
  var luminance: Double {
    let parts = [self >> 16 & 255, self >> 8 & 255, self & 255].map { part -> Double in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// The contrast with another color 0xRRGGBB, 1...21, by WCAG 2.
  func contrast(with other: Int32) -> Double {
    let (light, dark) = (
      Swift.max(luminance, other.luminance), Swift.min(luminance, other.luminance)
    )
    return (light + 0.05) / (dark + 0.05)
  }
}
