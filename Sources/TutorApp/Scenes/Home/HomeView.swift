import Experiments
import Lessons
import TerminalCanvas

/// The list of lessons and of what there is to play with; on large screens beside a look at what is selected.
func drawHome(_ scene: HomeScene, _ model: Model, on canvas: inout Canvas) {
  let layout = HomeLayout(size: canvas.size)
  canvas.write(
    StyledText("Downhill", .heading)
      + StyledText("  how neural networks learn, step by step", .muted),
    in: layout.title.inset(left: 1, right: 1))
  if let score = model.guessScore, layout.preview != nil {
    canvas.write(
      StyledText(score, .muted), in: layout.title.inset(left: 1, right: 1), alignment: .trailing)
  }
  drawList(scene, model, layout, on: &canvas)
  if let preview = layout.preview {
    drawSelected(scene, model, in: preview, on: &canvas)
  } else {
    drawSummary(scene, model, in: layout.foot, on: &canvas)
  }
  drawNotice(scene, model, in: layout.notice, on: &canvas)
  drawKeys(model, in: layout.keys, on: &canvas)
}

/// Where the parts of home stand.
struct HomeLayout {
  let title, list, foot, notice, keys: Rect
  /// Where the list says that it goes on.
  let more: Rect
  /// What is beside the list on screens that are large enough.
  let preview: Rect?

  init(size: Size) {
    let (title, rest) = Rect(size: size).split(top: 1)
    let (body, keys) = rest.split(bottom: 1)
    (self.title, self.keys) = (title, keys)
    notice = body.inset(left: 1, right: 1).split(bottom: 1).bottom
    guard size.width >= 100, size.height >= 26 else {
      preview = nil
      (list, foot) = body.inset(left: 1, top: 1, right: 1)
        .split(bottom: body.height > 12 ? 4 : 0)
      more = foot.split(top: 1).top
      return
    }
    let (columns, foot) = body.split(bottom: 1)
    // The longest title with its minutes, then with its bar; what is beside it grows before and after.
    let (left, right) = columns.split(left: min(70, max(58, size.width - 50)))
    let (list, more) = left.inset(left: 1, top: 1, right: 1).split(bottom: 1)
    (self.list, self.more, preview, self.foot) = (list, more, right, foot)
  }
}

extension Model {
  /// How many predictions were right at once in all lessons together; nil before the first.
  fileprivate var guessScore: String? {
    let answers = library.flatMap { progress.record(of: $0.id).answers.values }
    return LearnerProgress.Score(of: answers)?.sentence
  }
}

/// What is typed or was found out, in the last row.
private func drawNotice(
  _ scene: HomeScene, _ model: Model, in rect: Rect, on canvas: inout Canvas
) {
  if let search = scene.search {
    let cursor = scene.isTyping ? StyledText(" ", .selected) : StyledText("  Esc: all", .muted)
    canvas.write(
      StyledText("/", .accent) + StyledText(SafeText.visible(search)) + cursor, in: rect)
  } else if let notice = model.notice ?? scene.beneath.map({ "Esc returns to \($0)" }) {
    drawNotice(notice, in: rect, on: &canvas)
  }
}
