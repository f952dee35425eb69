/// An image of square pixels, as large as whole steps allow.
public struct PixelImage: Hashable, Sendable {
  /// The pixels row by row.
  public var pixels: [Double]
  /// Pixels across.
  public var columns: Int
  /// How pixels become tones.
  public var scale: ToneScale

  /// Makes an image; by its default scale 0 is black and 1 white.
  public init(
    _ pixels: [Double], columns: Int,
    scale: ToneScale = ToneScale(.gray, over: Axis(from: 0, to: 1))
  ) {
    self.pixels = pixels
    self.columns = max(1, columns)
    self.scale = scale
  }

  /// Pixels down.
  public var rows: Int { (pixels.count + columns - 1) / columns }

  /// Draws the image at the top left of a rectangle; one that is too large is made smaller by averages.
  /// - Returns: the cells that the image takes.
  @discardableResult
  public func draw(in rect: Rect, on canvas: inout Canvas) -> Rect {
    let room = canvas.samples(in: rect)
    guard !pixels.isEmpty, room.width > 0, room.height > 0 else { return rect.split(top: 0).top }
    // Without half blocks a sample is a cell, twice as tall as wide.
    let isSquare = room.height == 2 * rect.height
    let wide = isSquare ? 1 : 2
    let zoom = min(room.width / (wide * columns), room.height / rows)
    guard zoom > 0 else { return drawSmall(in: rect, room, wide: wide, on: &canvas) }
    let place = area(in: rect, width: wide * zoom * columns, samples: zoom * rows, isSquare)
    canvas.drawTones(in: place) { x, y in tone(column: x / (wide * zoom), row: y / zoom, by: 1) }
    return place
  }

  private func drawSmall(
    in rect: Rect, _ room: Size, wide: Int, on canvas: inout Canvas
  ) -> Rect {
    let isSquare = wide == 1
    let across = (wide * columns + room.width - 1) / room.width
    let step = max(across, (rows + room.height - 1) / room.height)
    let width = (wide * columns + step - 1) / step
    let place = area(in: rect, width: width, samples: (rows + step - 1) / step, isSquare)
    canvas.drawTones(in: place) { x, y in
      tone(column: x * step / wide, row: y * step, by: step)
    }
    return place
  }

  private func area(in rect: Rect, width: Int, samples: Int, _ isSquare: Bool) -> Rect {
    rect.split(top: isSquare ? (samples + 1) / 2 : samples).top.split(left: width).left
  }

  /// The tone of the average of some pixels across and down; nil beyond the image.
  private func tone(column: Int, row: Int, by step: Int) -> Tone? {
    var sum = 0.0
    var count = 0.0
    for y in row..<max(row, min(rows, row + step)) {
      for x in column..<max(column, min(columns, column + step))
      where y * columns + x < pixels.count {
        sum += pixels[y * columns + x]
        count += 1
      }
    }
    return count > 0 ? scale.tone(sum / count) : nil
  }
}
