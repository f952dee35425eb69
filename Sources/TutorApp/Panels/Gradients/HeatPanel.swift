import NeuralNetwork
import TerminalCanvas
import Workbench

/// The size of every layer's weight gradient over time: whether it vanishes, explodes or dies, and when.
///
/// One absolute scale for all runs and all times, as in the gradients panel.
func drawHeat(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  HeatPicture(model).draw(in: rect.inset(left: 1), on: &canvas)
}

/// With each run's figures at its left.
func drawHeatZoomed(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let picture = HeatPicture(model)
  let (side, maps) = rect.inset(left: 1).split(left: rect.width >= 60 ? 24 : 0)
  let places = picture.draw(in: maps, on: &canvas)
  for (index, place) in places.enumerated() {
    let notes = Rect(x: side.x, y: place.y, width: side.width, height: place.height)
    canvas.write(heatNotes(model, run: index), in: notes)
  }
}

/// The maps of all runs under each other, over their time and their scale.
private struct HeatPicture {
  static let scale = ToneScale(.magnitude, over: Axis(.logarithmic, from: 1e-8, to: 1e3))
  /// Columns of a norm such as `3.1e-5`, or of one with a longer exponent.
  private static let noteWidth = 7

  private let columns: [GradientColumn]
  private let maps: [LayerHeat]
  private let depth: Int
  private let axis: UpdateAxis

  init(_ model: Model) {
    let end = Int(LossAxis.lastUpdate(atLeast: model.lastSeenUpdate))
    columns = gradientColumns(model)
    maps = model.workspace.runs.indices.map { index in
      LayerHeat(
        history: gradientHistory(model, run: index), depth: model.workspace.runs[index].run.depth,
        scale: Self.scale, end: end)
    }
    depth = maps.map(\.depth).max() ?? 1
    axis = UpdateAxis(end: end, now: model.run.position.update)
  }

  /// - Returns: the place of each run's map, its name included.
  @discardableResult
  func draw(in rect: Rect, on canvas: inout Canvas) -> [Rect] {
    let hasScale = rect.height >= maps.count * ((depth + 1) / 2 + headRows) + 2
    let (rest, scaleRow) = rect.split(bottom: hasScale ? 1 : 0)
    let (area, axisRow) = rest.split(bottom: rest.height >= 3 ? 1 : 0)
    // Runs are compared row by row: a row more for one of them would shift its layers.
    let height = area.height / max(1, maps.count)
    let places = maps.indices.map { index in
      Rect(x: area.x, y: area.y + index * height, width: area.width, height: height)
    }
    for (index, place) in places.enumerated() { draw(index, in: place, on: &canvas) }
    guard let last = places.last, let map = maps.last else { return places }
    // The updates stand right under what they are the axis of.
    let bands = map.places(in: parts(of: last).body, noteWidth: Self.noteWidth, on: canvas).bands
    let foot = Rect(x: bands.x, y: bands.maxY, width: bands.width, height: axisRow.height)
    axis.draw(in: foot, on: &canvas)
    let scale = Rect(
      x: bands.x, y: foot.maxY, width: rect.maxX - bands.x, height: scaleRow.height)
    drawScale(in: scale, on: &canvas)
    return places
  }

  /// Rows of the name above each map.
  private var headRows: Int { maps.count > 1 ? 1 : 0 }

  /// A run's name, and its map below.
  private func parts(of place: Rect) -> (head: Rect, body: Rect) {
    let (head, body) = place.split(top: place.height >= 2 ? headRows : 0)
    return (head, body)
  }

  private func draw(_ index: Int, in rect: Rect, on canvas: inout Canvas) {
    let (head, body) = parts(of: rect)
    let column = columns[index]
    var style = column.style
    style.attributes.insert(column.isFocused ? [.bold, .underlined] : [])
    canvas.write(StyledText(column.label, style), in: head)
    maps[index].draw(
      in: body, noteWidth: Self.noteWidth,
      note: { layer in
        StyledText(
          column.text(layer: layer), column.verdict(layer: layer).isEmpty ? .text : .warning)
      }, on: &canvas)
  }

  private func drawScale(in rect: Rect, on canvas: inout Canvas) {
    if canvas.showsTones && canvas.glyphs != .ascii {
      ScaleBar(Self.scale).draw(in: rect, on: &canvas)
    } else {
      let words = ["3: from 1e-3 to 1e-2 · +: 10 or more · .: 0", "3: from 1e-3 to 1e-2"]
      let fitting = words.first { canvas.glyphs.columns(of: $0) <= rect.width } ?? ""
      canvas.write(StyledText(fitting, .muted), in: rect)
    }
  }
}

private func gradientHistory(_ model: Model, run index: Int) -> LayerHistory {
  LayerHistory(
    model.workspace.runs[index].run, lastSeen: model.lastSeenUpdate(ofRun: index),
    observed: { $0.weightGradientNorms }, present: { $0.weightGradientNorms })
}

/// What the map of a run comes to, in a few lines.
private func heatNotes(_ model: Model, run index: Int) -> [StyledText] {
  let run = model.workspace.runs[index].run
  let history = gradientHistory(model, run: index)
  let norms = run.shownStep.weightGradientNorms
  let now = history.moments.last { $0.update <= history.now }?.values ?? []
  var lines = [StyledText("\(run.depth) layers, update \(run.position.update)")]
  if let first = history.moments.first?.values, let least = first.compactMap({ $0 }).min(),
    let most = first.compactMap({ $0 }).max()
  {
    lines.append(StyledText("began \(short(least)) to \(short(most))", .muted))
  }
  if let least = now.compactMap({ $0 }).min(), let most = now.compactMap({ $0 }).max() {
    lines.append(StyledText("now   \(short(least)) to \(short(most))"))
  }
  if let first = norms.first, let last = norms.last, norms.count > 1, last > 0 {
    lines.append(StyledText("layer 1 / layer \(norms.count)", .muted))
    lines.append(StyledText("= \(short(first / last))", .heading))
  }
  return lines
}

private func short(_ value: Double) -> String { value.scientific(significant: 2) }

extension Panel {
  static let heat = Panel(
    "heat", term: "gradient norm", title: { _ in "weight gradients, layer × update" },
    brief: { _ in "gradients" },
    of: .everyRun, side: .right,
    needs: { context in
      let rows = context.gradientRows
      return PanelNeeds(
        width: .init(24, best: 56, most: .max),
        height: .init(
          min(
            12, context.runCount * ((context.depth + 1) / 2 + (context.runCount > 1 ? 1 : 0)) + 2),
          best: context.runCount * rows + 3, most: .max),
        weight: 2)
    },
    observes: { _ in .gradientNorms }, sheds: "the scale, the norms at the right, the updates",
    fills: { $0.depth > 2 }, draw: drawHeat, drawZoomed: drawHeatZoomed, words: heatWords,
    details: heatDetails,
    legend: heatLegend)
}

private func heatWords(_ model: Model) -> [String] {
  model.workspace.runs.indices.flatMap { heatWords(model, run: $0, places: 2) }
}

/// The same at more updates of the way.
private func heatDetails(_ model: Model) -> [String] {
  model.workspace.runs.indices.flatMap { heatWords(model, run: $0, places: mostToldPlaces) }
}

private func heatWords(_ model: Model, run: Int, places: Int) -> [String] {
  let history = gradientHistory(model, run: run)
  let runs = model.workspace.runs
  let name = runs.count > 1 ? " of \(runs[run].label)" : ""
  let moments = history.moments.filter { $0.update <= history.now }.spread(places)
  guard !moments.isEmpty else { return ["Gradient norms\(name) by layer and update: none yet."] }
  func norms(_ moment: LayerHistory.Moment) -> String {
    "at update \(moment.update) "
      + moment.values.map { $0.map(short) ?? "unknown" }.joined(separator: ", ")
  }
  let title = "Gradient norms of the weights\(name), from layer 1"
  guard places > 2 else { return ["\(title): \(moments.map(norms).joined(separator: "; "))."] }
  return ["\(title):"] + moments.map { norms($0) + "." }
}

private func heatLegend(_ model: Model) -> [LegendRow] {
  let tones = model.showsTones && model.glyphs != .ascii
  let scale =
    tones
    ? [
      LegendRow(StyledText("█", Style(tone: Tone(.magnitude, 0.2))), "a small gradient: dark"),
      LegendRow(StyledText("█", Style(tone: Tone(.magnitude, 0.9))), "a large one: light"),
      LegendRow(StyledText("█", Style(tone: Tone(.gray, 0.5))), "seen before going back: gray"),
      LegendRow(StyledText("1e-8 … 1e3"), "the ends of the scale, the same for all runs and times"),
    ]
    : [
      LegendRow(StyledText("3"), "from 1e-3 to 1e-2: the power of ten without its minus"),
      LegendRow(StyledText("0"), "from 1 to 10"), LegendRow(StyledText("+"), "10 or more"),
      LegendRow(StyledText("."), "a gradient of 0"),
      LegendRow(StyledText("!"), "no number"),
      LegendRow(StyledText("3", Style(.muted, .dim)), "seen before going back: dim"),
    ]
  return scale + [
    LegendRow(StyledText("▲", .accent), "the update where the run stands"),
    LegendRow(
      StyledText("1e-5"), "at the right: the norm now, marked where the diagnosis names it"),
    LegendRow(StyledText(" "), "blank: not worked out, or not there yet"),
  ]
}
