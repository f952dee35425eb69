import NeuralNetwork
import TerminalCanvas

/// Small pictures of the hidden units: what each puts out over the plane of two inputs, or what its weights look for in
/// an image.
func drawUnits(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  UnitGallery(model, glyphs: canvas.glyphs).draw(in: rect.inset(left: 1), on: &canvas)
}

/// The same with what each unit does on the batch below its name.
private func drawUnitsZoomed(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  UnitGallery(model, glyphs: canvas.glyphs, isDetailed: true).draw(
    in: rect.inset(left: 1), on: &canvas)
}

extension Panel {
  static let units = Panel(
    "units", term: "unit", title: unitsTitle, brief: { _ in "units" }, side: .right,
    needs: unitsNeeds,
    // Over a plane the network's own maps show the same.
    sheds: "the last units, the scale", fills: { $0.depth > 1 && $0.hasImage },
    hasSubject: hasUnits,
    draw: drawUnits, drawZoomed: drawUnitsZoomed, words: unitsWords, details: unitsDetails,
    legend: unitsLegend)
}

/// Whether there are hidden units, and something that their pictures lie over; a weight or two are no picture.
private func hasUnits(_ model: Model) -> Bool {
  let run = model.run
  return run.depth > 1 && (run.network.inputCount > 2 || InputPlane(run.dataset) != nil)
}

private func unitsTitle(_ model: Model) -> String {
  guard InputPlane(model.run.dataset) == nil else {
    return "what each unit puts out, over the inputs"
  }
  return model.run.depth == 1 ? "classes: their weights" : "units of layer 1: their weights"
}

private func unitsNeeds(_ context: PanelContext) -> PanelNeeds {
  let count = context.shape.dropFirst().dropLast().reduce(0, +)
  let rows = context.hasImage ? 5 : 4
  return PanelNeeds(
    height: .init(5, best: min(24, 1 + rows * ((max(1, count) + 5) / 6)), most: .max), weight: 2)
}

/// Which units put out nothing new, and which the pinned sample wakes the most.
private func unitsWords(_ model: Model) -> [String] {
  let gallery = UnitGallery(model, glyphs: .ascii)
  guard !gallery.units.isEmpty else { return [] }
  let dead = gallery.units.filter { gallery.picture.fault(layer: $0.layer, unit: $0.unit) == .dead }
  let strongest = gallery.units.max {
    let (left, right) = (gallery.activation(of: $0) ?? 0, gallery.activation(of: $1) ?? 0)
    return abs(left) < abs(right)
  }
  let deadPart = dead.isEmpty ? "none dead" : "\(dead.count) dead"
  guard let strongest, let value = gallery.activation(of: strongest) else {
    return ["Hidden units: \(gallery.units.count), \(deadPart)."]
  }
  let name = "unit \(strongest.unit) of layer \(strongest.layer)"
  return [
    "Hidden units: \(gallery.units.count), \(deadPart); \(model.shownName) moves \(name) most: \(number(value))."
  ]
}

/// The same with what each unit makes of the shown sample.
private func unitsDetails(_ model: Model) -> [String] {
  let gallery = UnitGallery(model, glyphs: .ascii)
  let layers = Set(gallery.units.map(\.layer)).sorted()
  return unitsWords(model)
    + layers.compactMap { layer in
      let values = gallery.units.filter { $0.layer == layer }.compactMap { unit in
        gallery.activation(of: unit).map { "unit \(unit.unit) \(number($0))" }
      }
      guard !values.isEmpty else { return nil }
      return "Layer \(layer) puts out for \(model.shownName): \(values.joined(separator: ", "))."
    }
}

private func unitsLegend(_ model: Model) -> [LegendRow] {
  let isPlane = InputPlane(model.run.dataset) != nil
  return [
    LegendRow(
      StyledText("▄", Style(.positive, tone: Tone(.sign, 1))),
      isPlane ? "where the unit puts out much" : "a weight above 0"),
    LegendRow(
      StyledText("▄", Style(.negative, tone: Tone(.sign, -1))),
      isPlane ? "where it puts out little" : "a weight below 0"),
    LegendRow(StyledText("- ░"), "without colors: strokes for little, blocks for much"),
    LegendRow(StyledText("2.5"), "unit 5 of layer 2, and its activation for the shown sample"),
    LegendRow(StyledText("on 34 %"), "above 0 for this share of the batch; b is the unit's bias"),
    LegendRow(NetworkPicture.dead, "a dead unit: it puts out 0 for every sample"),
    LegendRow(NetworkPicture.saturated, "a saturated unit: flat on nearly all samples"),
  ]
}
