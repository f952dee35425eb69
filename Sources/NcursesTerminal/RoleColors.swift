import TerminalCanvas

/// The colors of roles on a dark or on a light background, as numbers of the 256-color palette.
///
/// What carries data is at least 7:1 against the backgrounds of popular schemes, labels are 4.5:1, rules and axes about 2:1:
/// the eye finds the data first. Data differs in blue and yellow, which every common color blindness leaves apart.
/// Amounts above zero are warm and those below it cold, as on `Ramp.sign`. Plain text and headings keep the terminal's own color.
enum RoleColors {
  static func number(_ role: Role, on theme: Theme) -> Int32 {
    switch theme {
    case .dark: onDark(role)
    case .light: onLight(role)
    }
  }

  private static func onDark(_ role: Role) -> Int32 {
    switch role {
    case .text, .heading: -1
    case .rule: 240  // #585858
    case .muted: 248  // #a8a8a8
    case .accent: 80  // #5fd7d7
    case .negative, .series1: 117  // #87d7ff
    case .positive, .series2: 221  // #ffd75f
    case .right, .series3: 114  // #87d787
    case .warning, .guess, .series4: 219  // #ffafff
    }
  }

  private static func onLight(_ role: Role) -> Int32 {
    switch role {
    case .text, .heading: -1
    case .rule: 248  // #a8a8a8
    case .muted: 241  // #626262
    case .accent: 23  // #005f5f
    case .negative, .series1: 19  // #0000af
    case .positive, .series2: 88  // #870000
    case .right, .series3: 22  // #005f00
    case .warning, .guess, .series4: 90  // #870087
    }
  }

  /// The color 0xRRGGBB of a role that the palette has no good one for.
  ///
  /// Of its warm colors only dark reds are 7:1 on light backgrounds, and a red number looks like a mistake: brown does not.
  static func direct(_ role: Role, on theme: Theme) -> Int32? {
    switch role {
    case .positive, .series2: theme == .light ? 0x754300 : nil
    default: nil
    }
  }

  /// Numbers of the eight colors, which are whatever the terminal's scheme makes of them.
  static func basic(_ role: Role, on theme: Theme) -> Int32 {
    switch role {
    case .text, .rule, .muted, .heading: -1
    case .accent: theme == .dark ? 6 : 4  // cyan, blue
    case .negative, .series1: theme == .dark ? 6 : 4
    case .positive, .series2: theme == .dark ? 3 : 1  // yellow, red
    case .right, .series3: 2  // green
    case .warning, .guess, .series4: 5  // magenta
    }
  }
}
