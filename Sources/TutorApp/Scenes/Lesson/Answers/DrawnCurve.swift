import Lessons
import TerminalCanvas

/// The curve that the learner draws, or has drawn, where a page asks for one: pictures have it behind what is.
struct DrawnCurve: Hashable {
  let stretch: CurveStretch
  let sketch: CurveSketch
  /// Whether it is not committed yet.
  let isOpen: Bool

  /// From the loss at its beginning through the middle of each column.
  func points(shift: Double) -> [Bucket] {
    let columns = sketch.heights.enumerated().map { column, height in
      Bucket(x: stretch.middle(of: column) + shift, y: stretch.loss(at: height))
    }
    return [Bucket(x: Double(stretch.first) + shift, y: stretch.beginning)] + columns
  }

  /// The largest loss that can be drawn.
  var ceiling: Double { stretch.loss(at: CurveSketch.top) }
}

extension Model {
  /// The curve of the page's question: level before its first stroke; nil where none is asked for, or it was passed.
  var drawnCurve: DrawnCurve? {
    guard let place, let stretch = place.stretches[place.page] else { return nil }
    let isOpen = place.openQuestion != nil
    let said = (place.entry as? CurveEntry)?.sketch ?? place.predictions[place.page]?.last?.curve
    guard let sketch = said ?? (isOpen ? CurveSketch() : nil) else { return nil }
    return DrawnCurve(stretch: stretch, sketch: sketch, isOpen: isOpen)
  }
}
