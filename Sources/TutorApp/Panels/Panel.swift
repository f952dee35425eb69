import NeuralNetwork
import TerminalCanvas
import Workbench

/// A picture of a run: all that layout, frame, lessons, plain text and help know of it.
///
/// Each panel is one file in `Panels` that ends in its record; `Panel.all` lists them. Everything else walks that list.
public struct Panel: Sendable {
  /// Draws the state of a model inside a rectangle, whatever its size, and nowhere else.
  typealias Drawing = @Sendable (Model, Rect, inout Canvas) -> Void

  /// Works out what a drawing in a rectangle needs and the model can keep, whenever a frame is due; the canvas says what
  /// the drawing will be drawn with.
  typealias Preparation = @Sendable (inout Model, Rect, Canvas) -> Void

  /// The input of the network that a cell of a drawing in a rectangle stands for; nil where it stands for none.
  typealias InputFinding = @Sendable (Model, Rect, Point) -> [Double]?

  /// What lessons call it.
  public let name: String
  /// The entry of the glossary that explains what it shows.
  public let term: String
  /// What stands above it: what the picture is of.
  let ownTitle: @Sendable (Model) -> String
  /// What stands there where room is short; nil where the first part of the title is short.
  let briefTitle: @Sendable (Model) -> String?
  /// Whose numbers it shows.
  let subject: Subject
  /// The side it stands on where there are several columns of panels.
  let side: Side
  /// The room it can use for a workspace.
  let needs: @Sendable (PanelContext) -> PanelNeeds
  /// What it wants runs to keep of their way, beside the losses of their batches.
  let observes: @Sendable (PanelContext) -> Observations
  /// What it leaves out first where room is short, in words.
  let sheds: String
  /// Whether it may fill room that the wanted panels leave.
  let fills: @Sendable (PanelContext) -> Bool
  /// Whether a model has what it is about: else it has no more than a sentence that says so.
  let hasSubject: @Sendable (Model) -> Bool
  /// Whether it could give the answer to an open question away: then it is veiled, unless the lesson asks for it.
  let couldTell: Bool
  let draw: Drawing
  /// Draws it where it has the whole screen: with more to see, not only larger.
  let drawZoomed: Drawing
  /// The inputs that its places stand for, to be tested with a click.
  let input: InputFinding
  /// What it works out once and keeps, where it shows things that cost more than a drawing may.
  let prepare: Preparation?
  /// What it shows as sentences, for the plain tutor; as far as the learner has walked.
  let words: @Sendable (Model) -> [String]
  /// The same with all that the picture has to see where it is large: the numbers along a way, each unit, each sample.
  let details: @Sendable (Model) -> [String]
  /// Its signs and colors, for the legend.
  let legend: @Sendable (Model) -> [LegendRow]

  /// Whose numbers a panel shows: with several runs the title of a panel of one says which.
  enum Subject: Hashable { case focusedRun, everyRun }

  /// Numbers stand left, curves and planes right.
  enum Side: Hashable { case left, right }

  init(
    _ name: String, term: String, title: @escaping @Sendable (Model) -> String,
    brief: @escaping @Sendable (Model) -> String? = { _ in nil }, of subject: Subject = .focusedRun,
    side: Side,
    needs: @escaping @Sendable (PanelContext) -> PanelNeeds,
    observes: @escaping @Sendable (PanelContext) -> Observations = { _ in [] }, sheds: String,
    fills: @escaping @Sendable (PanelContext) -> Bool = { _ in true },
    hasSubject: @escaping @Sendable (Model) -> Bool = { _ in true }, couldTell: Bool = true,
    draw: @escaping Drawing, drawZoomed: Drawing? = nil,
    input: @escaping InputFinding = { _, _, _ in nil }, prepare: Preparation? = nil,
    words: @escaping @Sendable (Model) -> [String] = { _ in [] },
    details: (@Sendable (Model) -> [String])? = nil,
    legend: @escaping @Sendable (Model) -> [LegendRow] = { _ in [] }
  ) {
    self.name = name
    self.term = term
    ownTitle = title
    briefTitle = brief
    self.subject = subject
    self.side = side
    self.needs = needs
    self.observes = observes
    self.sheds = sheds
    self.fills = fills
    self.hasSubject = hasSubject
    self.couldTell = couldTell
    self.draw = draw
    self.drawZoomed = drawZoomed ?? draw
    self.input = input
    self.prepare = prepare
    self.words = words
    self.details = details ?? words
    self.legend = legend
  }
}

/// A sign of a drawing and what it stands for.
struct LegendRow: Hashable {
  let sign: StyledText
  let meaning: String

  init(_ sign: StyledText, _ meaning: String) {
    self.sign = sign
    self.meaning = meaning
  }

  /// The sign of points of a plot.
  init(_ mark: PlotMark, _ meaning: String) {
    self.init(StyledText(String(mark.glyph), mark.style), meaning)
  }
}

extension Panel {
  /// Every panel, the most telling first: the order of Tab while one fills the screen, and of what fills room left over.
  public static let all: [Panel] = [
    .comparison, .network, .data, .images, .confusion, .units, .shares, .chain, .loss, .gradients,
    .histogram, .schedule, .parameters, .moments, .diagnosis, .contour, .parabola, .trainval, .heat,
    .ratio,
    .curve, .losscurve, .loop, .survey, .range,
    .check,
  ]

  /// The names that lessons may use.
  public static var names: [String] { all.map(\.name) }

  /// The panel of a name.
  public static func named(_ name: String) -> Panel? { all.first { $0.name == name } }

  /// The title as it stands above the panel: what the picture is of, and whose.
  func title(in model: Model) -> String { ownTitle(model) + whose(in: model) }

  /// The longest wording of the title that has room; the shortest where none has.
  func title(in model: Model, width: Int, _ glyphs: GlyphSet) -> String {
    let (own, whose) = (ownTitle(model), whose(in: model))
    func fits(_ title: String) -> Bool { glyphs.columns(of: title + whose) <= width }
    if fits(own) { return own + whose }
    let shorter = shorterTitles(than: own, in: model)
    return (shorter.first(where: fits) ?? shorter.last ?? own) + whose
  }

  /// The run that a title names where there are several.
  private func whose(in model: Model) -> String {
    model.workspace.runs.count > 1 && subject == .focusedRun
      ? " · \(model.workspace.focusedLabel)" : ""
  }

  /// What the picture is of, without what the title says of a run's numbers.
  func numberlessTitle(in model: Model) -> String {
    briefTitle(model) ?? ownTitle(model).split(separator: ", ").first.map(String.init) ?? name
  }

  /// Draws it under a rule with its title, outside of the workbench.
  func drawTitled(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
    let (top, picture) = rect.split(top: 1)
    let title = title(in: model, width: top.width - 3, canvas.glyphs)
    canvas.titledRule(top, title: StyledText(title, .muted), style: .rule)
    draw(model, picture, &canvas)
  }

  /// What is left of a title in less room, the longest wording first: its parts end at commas and fall away from the end;
  /// then it is what stands before a colon, or brief.
  private func shorterTitles(than own: String, in model: Model) -> [String] {
    let parts = own.split(separator: ", ")
    let whole = parts.indices.dropLast().reversed().map { parts[...$0].joined(separator: ", ") }
    let head = parts.first?.firstRange(of: ": ").map { String(parts[0][..<$0.lowerBound]) }
    let short = [head, briefTitle(model)].compactMap(\.self).sorted { $0.count > $1.count }
    return whole + short
  }
}

extension Panel: Hashable, CustomStringConvertible {
  /// By name.
  public static func == (left: Panel, right: Panel) -> Bool { left.name == right.name }
  /// By name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
  /// The name.
  public var description: String { name }
}
