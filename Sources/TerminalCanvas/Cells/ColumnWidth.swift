/// What a code point does to a line of cells, as terminals count.
enum ColumnWidth: Hashable {
  /// Takes one or two columns of its own.
  case columns(Int)
  /// Joins the glyph before it.
  case mark
  /// Shows nothing and may be left out: joiners, variation selectors, soft hyphens.
  case invisible
  /// Must never reach a terminal: controls, text-direction overrides, unassigned code points.
  case unsafe
}

extension Unicode.Scalar {
  @inline(__always)
  var isPrintableASCII: Bool { value >= 0x20 && value < 0x7F }

  var columnWidth: ColumnWidth {
    if isPrintableASCII { return .columns(1) }
    switch value {
    case 0xA0...0xAC, 0xAE...0x2FF, 0x3A3...0x3C9, 0x2080...0x208E, 0x2190...0x22FF,
      0x2500...0x25FC, 0x2800...0x28FF:
      return .columns(1)
    case 0xAD, 0x034F, 0x180B...0x180F, 0x200B...0x200D, 0x2060, 0xFE00...0xFE0F, 0xFEFF,
      0xE0100...0xE01EF:
      return .invisible
    case 0x1160...0x11FF, 0xD7B0...0xD7FB: return .mark
    default: return widthByCategory
    }
  }

  private var widthByCategory: ColumnWidth {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: .unsafe
    case .nonspacingMark, .enclosingMark: .mark
    default: .columns(isWide ? 2 : 1)
    }
  }

  /// True for East Asian wide and full-width characters, and for emoji shown as pictures.
  var isWide: Bool {
    switch value {
    // Lines, blocks and braille, which drawings are made of, are answered without a look at tables.
    case ..<0x1100, 0x2500...0x25FC, 0x2800...0x28FF: false
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF,
      0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265,
      0x20000...0x3FFFD:
      true
    case 0x1F1E6...0x1F1FF: false
    case 0x231A...0x2BFF, 0x1F000...0x1FAFF: properties.isEmojiPresentation
    default: false
    }
  }
}
