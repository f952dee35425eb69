import TerminalCanvas

/// Places for pictures of one size in rows, each with words below it.
struct TileGrid {
  let rect: Rect
  let tile: Size
  /// Rows of words below each picture.
  let captionRows: Int
  /// Blank rows between the words and the next pictures.
  var gap = 0

  /// Pictures in a row; at least one.
  var across: Int { max(1, (rect.width + 1) / (tile.width + 1)) }

  /// Rows of pictures; at least one.
  var down: Int { max(1, (rect.height + gap) / pitch) }

  /// Whether so many pictures have room.
  func fits(_ count: Int) -> Bool {
    (rect.width + 1) / (tile.width + 1) * ((rect.height + gap) / pitch) >= count
  }

  /// The rows that so many pictures take with their words.
  func rows(of count: Int) -> Int { (count + across - 1) / across * pitch - gap }

  /// The place of a picture, counted from 0; it may lie beyond the rectangle.
  func place(_ index: Int) -> Rect {
    Rect(
      x: rect.x + index % across * (tile.width + 1), y: rect.y + index / across * pitch,
      width: tile.width, height: tile.height)
  }

  /// The place of the words below it.
  func caption(_ index: Int) -> Rect {
    let place = place(index)
    return Rect(x: place.x, y: place.maxY, width: tile.width, height: captionRows)
  }

  private var pitch: Int { tile.height + captionRows + gap }
}
