import CVterm

/// A terminal emulator without a window: bytes in, cells out.
final class VirtualTerminal {
  /// A color as the program asked for it.
  enum Color: Hashable {
    case standard
    case palette(Int)
    case rgb(Int, Int, Int)
  }

  /// What one place of the screen shows.
  struct Cell: Hashable {
    var text: String
    var isBold: Bool
    var isUnderlined: Bool
    var isReversed: Bool
    var foreground: Color
    var background: Color
    var width: Int
  }

  /// What the program has switched on.
  fileprivate struct Properties {
    var isAlternate = false
    var isCursorVisible = true
    var title = ""
  }

  private(set) var columns: Int
  private(set) var rows: Int
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private let callbacks: UnsafeMutablePointer<VTermScreenCallbacks>
  private let properties: UnsafeMutablePointer<Properties>

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    terminal = vterm_new(Int32(rows), Int32(columns))
    screen = vterm_obtain_screen(terminal)
    properties = .allocate(capacity: 1)
    properties.initialize(to: Properties())
    callbacks = .allocate(capacity: 1)
    callbacks.initialize(to: VTermScreenCallbacks())
    callbacks.pointee.settermprop = noteProperty
    vterm_set_utf8(terminal, 1)
    vterm_screen_set_callbacks(screen, callbacks, properties)
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
  }

  deinit {
    vterm_free(terminal)
    callbacks.deallocate()
    properties.deinitialize(count: 1)
    properties.deallocate()
  }

  /// True while the program shows its own screen and not the shell's.
  var isAlternate: Bool { properties.pointee.isAlternate }
  var isCursorVisible: Bool { properties.pointee.isCursorVisible }

  /// Where the cursor is, from 0.
  var cursor: (x: Int, y: Int) {
    var position = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &position)
    return (Int(position.col), Int(position.row))
  }

  func write(_ bytes: some Collection<UInt8>) {
    let bytes = Array(bytes)
    bytes.withUnsafeBytes { buffer in
      _ = vterm_input_write(
        terminal, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
  }

  func resize(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    vterm_set_size(terminal, Int32(rows), Int32(columns))
  }

  /// What the terminal sends for a key in its present modes.
  func bytes(for key: VTermKey) -> [UInt8] {
    vterm_keyboard_key(terminal, key, VTERM_MOD_NONE)
    var buffer = [CChar](repeating: 0, count: 64)
    let count = vterm_output_read(terminal, &buffer, buffer.count)
    return buffer.prefix(count).map(UInt8.init(bitPattern:))
  }

  subscript(x: Int, y: Int) -> Cell {
    var cell = VTermScreenCell()
    vterm_screen_get_cell(screen, VTermPos(row: Int32(y), col: Int32(x)), &cell)
    return Cell(
      text: Self.text(of: &cell), isBold: cell.attrs.bold != 0,
      isUnderlined: cell.attrs.underline != 0, isReversed: cell.attrs.reverse != 0,
      foreground: Self.color(cell.fg, standardBit: 2),
      background: Self.color(cell.bg, standardBit: 4), width: Int(cell.width))
  }

  /// The rows as text without trailing blanks.
  var lines: [String] {
    (0..<rows).map { y in
      var line = ""
      var x = 0
      while x < columns {
        let cell = self[x, y]
        line += cell.text
        x += max(1, cell.width)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  var text: String { lines.joined(separator: "\n") }

  private static func text(of cell: inout VTermScreenCell) -> String {
    var text = String.UnicodeScalarView()
    withUnsafeBytes(of: &cell.chars) { bytes in
      for value in bytes.bindMemory(to: UInt32.self) {
        guard value != 0, let scalar = Unicode.Scalar(value) else { break }
        text.append(scalar)
      }
    }
    return text.isEmpty ? " " : String(text)
  }

  private static func color(_ color: VTermColor, standardBit: UInt8) -> Color {
    if color.type & standardBit != 0 { return .standard }
    if color.type & 1 == 1 { return .palette(Int(color.indexed.idx)) }
    return .rgb(Int(color.rgb.red), Int(color.rgb.green), Int(color.rgb.blue))
  }
}

@Sendable private func noteProperty(
  _ property: VTermProp, _ value: UnsafeMutablePointer<VTermValue>?,
  _ user: UnsafeMutableRawPointer?
) -> Int32 {
  guard let value, let user else { return 0 }
  let properties = user.assumingMemoryBound(to: VirtualTerminal.Properties.self)
  switch property {
  case VTERM_PROP_ALTSCREEN: properties.pointee.isAlternate = value.pointee.boolean != 0
  case VTERM_PROP_CURSORVISIBLE: properties.pointee.isCursorVisible = value.pointee.boolean != 0
  default: break
  }
  return 1
}
