import CTerminal
import Platform
import TerminalCanvas

/// What stands on the terminal, cell by cell, so that only what differs from it is sent.
struct ShownFrame {
  private var encoder: CellEncoder
  /// The canvas that was shown last; nil where nobody knows what stands there.
  private(set) var canvas: Canvas?
  /// Its cells as the terminal takes them.
  private(set) var cells: [TerminalCell] = []

  /// Nothing that is known, to be encoded so.
  init(_ encoder: CellEncoder) { self.encoder = encoder }

  var theme: Theme { encoder.colors.theme }

  /// Forgets what stands there, so that the next canvas is drawn whole.
  mutating func forget() { canvas = nil }

  /// Forgets it, and takes other colors from then on.
  mutating func adapt(to colors: NcursesColors) {
    encoder = CellEncoder(colors: colors, usesUnicode: encoder.usesUnicode)
    forget()
  }

  /// Becomes a canvas; returns where cells differ from before, each range in one row.
  mutating func change(to new: Canvas) -> [Range<Int>] {
    if canvas?.size != new.size {
      cells = Array(repeating: TerminalCell(), count: new.size.width * new.size.height)
    }
    let old = canvas?.cells ?? []
    canvas = new
    return old.withUnsafeBufferPointer { old in
      new.cells.withUnsafeBufferPointer { encode($0, old, width: new.size.width) }
    }
  }

  private mutating func encode(
    _ new: UnsafeBufferPointer<Cell>, _ old: UnsafeBufferPointer<Cell>, width: Int
  ) -> [Range<Int>] {
    var changes: [Range<Int>] = []
    for index in new.indices {
      // Whether a cell was wide shows in the one to its right.
      if index + 1 < old.count, Self.isSame(new, old, index),
        new[index + 1].isContinuation == old[index + 1].isContinuation
      {
        continue
      }
      let isWide = (index + 1) % width != 0 && new[index + 1].isContinuation
      let code = encoder.encode(new[index], isWide: isWide)
      guard !code.isSame(as: cells[index]) else { continue }
      cells[index] = code
      changes.append(cell: index, width: width)
    }
    return changes
  }
}

extension ShownFrame {
  /// Whether a cell is what it was: most are to the last byte, which is found out faster than by what they hold.
  private static func isSame(
    _ new: UnsafeBufferPointer<Cell>, _ old: UnsafeBufferPointer<Cell>, _ index: Int
  ) -> Bool {
    guard let left = new.baseAddress, let right = old.baseAddress else { return false }
    return memcmp(left + index, right + index, MemoryLayout<Cell>.size) == 0
      || new[index] == old[index]
  }
}

extension [Range<Int>] {
  /// Adds a cell of a grid to the range that ends before it in the same row, or as a new one.
  fileprivate mutating func append(cell: Int, width: Int) {
    if let last, last.upperBound == cell, !cell.isMultiple(of: width) {
      self[count - 1] = last.lowerBound..<cell + 1
    } else {
      append(cell..<cell + 1)
    }
  }
}

extension TerminalCell {
  func isSame(as other: TerminalCell) -> Bool {
    base == other.base && marks == other.marks && columns == other.columns
      && foreground == other.foreground && background == other.background
      && attributes == other.attributes
  }
}
