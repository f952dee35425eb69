/// Whether text is light on dark or dark on light.
enum Theme: Hashable, Sendable {
  case dark, light

  /// Judges a background color 0xRRGGBB by whether white or black is easier to read on it.
  init(background: Int32) {
    self = background.luminance < NcursesColors.middleLuminance ? .dark : .light
  }

  /// Judges by the variable COLORFGBG, `15;0` or `0;default;15`, whose last number is the background's color of 16.
  ///
  /// Without one that can be read it is dark, as terminals mostly are.
  init(colorFGBG: String?) {
    let background = colorFGBG?.split(separator: ";").last.flatMap { Int($0) } ?? 0
    self = background == 7 || (9...15).contains(background) ? .light : .dark
  }
}
