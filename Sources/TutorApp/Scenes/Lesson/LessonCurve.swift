import Lessons

/// Drawing a curve in answer to a question.
extension Model {
  /// Moves the curve at hand, which begins level, also after one that was missed.
  mutating func draw(_ stroke: (inout CurveSketch) -> Void) {
    guard let place, place.openQuestion != nil else { return }
    var sketch = place.sketch ?? CurveSketch()
    stroke(&sketch)
    self.place?.sketch = sketch
  }

  mutating func commitCurve() -> [Effect] {
    guard let place, let question = place.openQuestion else { return [] }
    guard let sketch = place.sketch,
      let answer = question.judgment(typed: sketch.text, on: pageWorkspace)
    else {
      self.place?.mayPassQuestion = false
      notice = "Draw the curve first: \(question.invitation); n passes"
      return []
    }
    return take(answer, to: question)
  }
}
