import Lessons
import NeuralNetwork
import TerminalCanvas
import Workbench

/// The words of a page, set for a width: its blocks, the question with what was answered, hints and the goal.
enum LessonText {
  /// All lines of the present page; its dials are drawn as the run has them, unless they are told elsewhere.
  static func lines(_ model: Model, width: Int, dials: [DialLine]? = nil) -> [StyledText] {
    guard let place = model.place else { return [] }
    let text = page(place, model, width: width)
    let answering = Answering(
      prediction: place.predictions[place.page], outcome: place.outcomes[place.page],
      entry: place.entry, typed: place.typed)
    return text.body + text.dials(dials ?? model.dials) + text.question(answering)
      + text.goal(
        way: place.goalWays[place.page], shortfall: place.shortfall)
      + (place.isTold
        ? []
        : text.hints(
          open: place.hintsShown[place.page, default: 0], offersMore: place.mayNeedHint))
  }

  /// The lines of the present page as its column has room for them.
  static func lines(fitting size: Size, _ model: Model) -> [StyledText] {
    let lines = lines(model, width: size.width)
    return rows(of: lines, height: size.height).map { lines[$0] }
  }

  /// The rows that are shown: where blank ones are all that there is too much of, as many of them go as it takes.
  ///
  /// Nobody scrolls for a blank; the one below the title goes first.
  static func rows(of lines: [StyledText], height: Int) -> [Int] {
    let excess = lines.count - height
    guard excess > 0 else { return Array(lines.indices) }
    let blanks = lines.indices.filter { lines[$0].plain.isEmpty }
    guard excess <= blanks.count else { return Array(lines.indices) }
    let dropped = Set(blanks.prefix(excess))
    return lines.indices.filter { !dropped.contains($0) }
  }

  /// The choice, from 0, that stands in a row of an open question; nil elsewhere.
  static func choice(atRow row: Int, _ model: Model) -> Int? {
    guard let place = model.place, place.openQuestion != nil else { return nil }
    let size = model.textSize
    let rows = rows(of: lines(model, width: size.width), height: size.height)
    guard rows.indices.contains(row) else { return nil }
    return page(place, model, width: size.width).choiceRows.firstIndex { $0.contains(rows[row]) }
  }

  private static func page(_ place: LessonScene, _ model: Model, width: Int) -> PageText {
    PageText(
      page: place.current, workspace: place.workspaces[place.page], width: width,
      glyphs: model.glyphs, isBrief: model.isTeaching, isOnTable: place.lesson.table != nil)
  }

  /// The rows of a page in some columns, however it is answered, with more and more of its hints; its numbers are those of
  /// the workspace.
  static func heights(
    of page: Page, in lesson: Lesson, _ workspace: Workspace?, width: Int, glyphs: GlyphSet
  ) -> [Int] {
    PageText(
      page: page, workspace: workspace, width: width, glyphs: glyphs,
      isOnTable: lesson.table != nil
    ).heights
  }
}

extension LessonScene {
  /// Whether the page had nothing but a question, of which all is told.
  fileprivate var isTold: Bool {
    current.goal == nil && current.question != nil && openQuestion == nil
  }

  /// Whether something is left to find out on the page: its goal, or the answer to its question.
  fileprivate var mayNeedHint: Bool {
    current.goal == nil
      ? current.question == nil || openQuestion != nil
      : goalWays[page] == nil
  }
}
