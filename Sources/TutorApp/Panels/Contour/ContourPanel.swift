import NeuralNetwork
import TerminalCanvas
import Workbench

/// The loss over two parameters, with the way of every run and the step that comes next.
func drawContour(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  guard let plane = model.plane else {
    canvas.write(StyledText("One parameter alone makes no plane.", .muted), in: rect.inset(left: 1))
    return
  }
  let (top, plot) = contourParts(rect)
  let picture = ContourPicture(model, plane, in: plot, on: canvas)
  let line =
    picture.surface == nil
    ? StyledText("the surface is being worked out …", .muted)
    : figures(model, plane, width: top.width, canvas.glyphs)
  canvas.write(line, in: top.inset(left: 1))
  picture.plot.draw(in: plot, on: &canvas)
}

/// The same, larger, beside the numbers of every run.
private func drawContourZoomed(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  guard let plane = model.plane, rect.width >= 76, rect.height >= 16 else {
    return drawContour(model, in: rect, on: &canvas)
  }
  let (left, right) = rect.split(right: 34)
  let picture = ContourPicture(model, plane, in: left, on: canvas)
  picture.plot.draw(in: left, on: &canvas)
  let lines = contourNumbers(model, plane)
  let area = right.inset(left: 2, bottom: 2)
  canvas.write(lines, in: area)
  let foot = right.inset(left: 2, top: min(right.height - 2, lines.count + 1))
  canvas.write(StyledText("loss", .muted), in: foot)
  picture.surface.map { ScaleBar($0.scale).draw(in: foot.inset(top: 1), on: &canvas) }
}

private func contourParts(_ rect: Rect) -> (top: Rect, plot: Rect) {
  let (top, rest) = rect.split(top: rect.height > 6 ? 1 : 0)
  return (top, rest)
}

/// What is drawn: the surface of the focused run, and the ways of all runs that have both parameters.
struct ContourPicture {
  let plot: PlanePlot
  /// Which surface belongs there, and what is known of it.
  let key: PlaneSurface.Key
  let surface: PlaneSurface?

  init(_ model: Model, _ plane: PlaneParameters, in rect: Rect, on canvas: Canvas) {
    let runs = model.workspace.runs.map(\.run)
    let ways = runs.indices.map { index in
      plane.belong(to: runs[index]) ? model.way(ofRun: index, plane).places : []
    }
    let range = PlaneRange(plane, model.run, holding: ways)
    let axes = range.axes(in: rect)
    let size = ScatterPlot.fieldSize(in: rect, x: axes.x, y: axes.y, on: canvas)
    key = PlaneSurface.Key(
      plane, in: model.run, x: axes.x, y: axes.y, size: size, lines: max(2, min(7, rect.height / 2))
    )
    surface = model.surface(key)
    // The focused run's way lies above the others.
    let order = runs.indices.filter { $0 != model.workspace.focus } + [model.workspace.focus]
    let paths = order.filter { !ways[$0].isEmpty }.map { index in
      let look = model.workspace.runs[index].look
      let way = range.followed(ways[index])
      // Where the next step leads may be what is asked; one that has left has none here. The figures are the focused run's,
      // and so is the arrow.
      let isHere = way.count == ways[index].count
      let isTold = isHere && !model.isGuessing && index == model.workspace.focus
      let next = isTold ? plane.next(of: runs[index]) : nil
      return PlanePath(
        way, present: isHere ? nil : ways[index].last, next: next, style: look.style,
        pattern: look.pattern)
    }
    plot = PlanePlot(
      paths, x: axes.x, y: axes.y, field: surface?.field, levels: surface?.levels ?? [],
      lowest: range.lowest)
  }
}

/// Where the focused run is and where it goes next, as far as there is room.
private func figures(
  _ model: Model, _ plane: PlaneParameters, width: Int, _ glyphs: GlyphSet
) -> StyledText {
  let run = model.run
  for parameter in [plane.x, plane.y] {
    if let said = model.guess(of: .parameter(parameter))?.figures {
      return StyledText("\(run.network.symbol(parameter)): ", .guess) + said
    }
  }
  let here = StyledText("E = \(number(run.objective))")
  guard !model.isGuessing, let next = plane.next(of: run) else { return here }
  let place = plane.place(of: run.network)
  guard next.x != place.x || next.y != place.y else { return here }
  func step(_ name: String, _ change: Double) -> StyledText {
    StyledText("  \(name) ", .muted) + signed(change)
  }
  let long =
    here + StyledText("  next:", .muted) + step(run.network.symbol(plane.x), next.x - place.x)
    + step(run.network.symbol(plane.y), next.y - place.y)
  return glyphs.columns(of: long) <= width - 1 ? long : here
}

/// Every run in numbers.
private func contourNumbers(_ model: Model, _ plane: PlaneParameters) -> [StyledText] {
  let names = [plane.x, plane.y].map { ($0, model.run.network.symbol($0)) }
  return model.workspace.runs.flatMap { labeled -> [StyledText] in
    let (run, look) = (labeled.run, labeled.look)
    guard plane.belong(to: run) else { return [] }
    let name = labeled.label.isEmpty ? "this run" : labeled.label
    var lines = [StyledText("\(look.line) \(name)", look.style)]
    lines.append(StyledText("E \(number(run.objective))"))
    for (parameter, name) in names {
      lines.append(StyledText("\(name) = \(number(run.network[parameter], signed: true))"))
      if !model.veil.hidesGradient(parameter) {
        lines.append(StyledText("  gradient ", .muted) + signed(run.step.gradient(parameter)))
      }
      guard !model.isGuessing else { continue }
      lines.append(StyledText("  next step ", .muted) + signed(run.step.change(parameter)))
    }
    return lines + [""]
  }
}

private func contourTitle(_ model: Model) -> String {
  guard let plane = model.plane else { return "loss over two parameters" }
  let network = model.run.network
  return "loss: \(network.symbol(plane.x)) across, \(network.symbol(plane.y)) up"
}

/// Where the focused run stands, and the way of each that has gone one.
private func contourWords(_ model: Model) -> [String] {
  model.plane.map { placeWords(model, $0) + wayWords(model, $0) { $0.summary } } ?? []
}

/// The same with places along each way.
private func contourDetails(_ model: Model) -> [String] {
  model.plane.map { placeWords(model, $0) + wayWords(model, $0) { $0.summary + $0.places } } ?? []
}

/// What a way in words says of each run that has gone one.
private func wayWords(
  _ model: Model, _ plane: PlaneParameters, _ say: (PlaneWayWords) -> [String]
) -> [String] {
  zip(model.workspace.runs.indices, model.workspace.runNames).flatMap { index, name -> [String] in
    guard plane.belong(to: model.workspace.runs[index].run) else { return [] }
    let places = model.way(ofRun: index, plane).places
    return say(PlaneWayWords(name: name, plane, model.run.network, places))
  }
}

private func placeWords(_ model: Model, _ plane: PlaneParameters) -> [String] {
  let (run, network) = (model.run, model.run.network)
  let place = plane.place(of: network)
  let (x, y) = (network.symbol(plane.x), network.symbol(plane.y))
  let here =
    "On the loss surface the run stands at \(x) = \(number(place.x)), \(y) = \(number(place.y)), "
    + "where the loss is \(number(run.objective))"
  guard !model.isGuessing, let next = plane.next(of: run) else { return [here + "."] }
  let step = [next.x - place.x, next.y - place.y].map { number($0, signed: true) }
  return [here + "; the next step moves \(x) by \(step[0]) and \(y) by \(step[1])."]
}

private func contourLegend(_ model: Model) -> [LegendRow] {
  let isASCII = model.glyphs == .ascii
  let runs = zip(model.workspace.runs, model.workspace.runNames).map { labeled, name in
    let look = labeled.look
    return LegendRow(
      StyledText(look.line, look.style), name.isEmpty ? "the way of the run" : "the way of \(name)")
  }
  return runs + [
    LegendRow(StyledText("S"), "where a run began"),
    LegendRow(
      StyledText(isASCII ? "*" : "●"), "where it is; beyond the edge where an arrow points out"),
    LegendRow(
      StyledText(isASCII ? ">" : "→"),
      "where the next update leads, and of one within a cell its direction"),
    LegendRow(StyledText(isASCII ? "x" : "×"), "the lowest place, where the loss is a bowl"),
    LegendRow(
      StyledText("───", PlanePlot.line), "places of the same loss, which is written on the line"),
    model.showsTones
      ? LegendRow(
        StyledText("  ", Style(ground: Tone(.relief, level: 0)))
          + StyledText("  ", Style(ground: Tone(.relief, level: Tone.top))),
        "a low loss, a high one")
      : LegendRow(StyledText(isASCII ? ".:#" : "·░▒", .muted), "the denser, the higher the loss"),
  ]
}

extension Panel {
  static let contour = Panel(
    "contour", term: "loss surface", title: contourTitle, brief: { _ in "loss surface" },
    side: .right,
    needs: { _ in
      PanelNeeds(
        width: .init(24, best: 44, most: .max), height: .init(11, best: 13, most: .max), weight: 3)
    },
    observes: { $0.parameterCount <= Observations.mostParameters ? .trail : [] },
    sheds: "the figures above, the heights on the lines", fills: { $0.parameterCount == 2 },
    hasSubject: { $0.plane != nil },
    draw: drawContour, drawZoomed: drawContourZoomed, prepare: prepareContour,
    words: contourWords, details: contourDetails, legend: contourLegend)
}

private let prepareContour: Panel.Preparation = { model, rect, canvas in
  model.rememberWays()
  guard let plane = model.plane else { return }
  let isZoomed = model.look.isZoomed && rect.width >= 76 && rect.height >= 16
  let plot = isZoomed ? rect.split(right: 34).rest : contourParts(rect).plot
  model.study(ContourPicture(model, plane, in: plot, on: canvas))
}
