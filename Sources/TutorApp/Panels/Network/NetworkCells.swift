import Experiments
import NeuralNetwork
import TerminalCanvas

/// A larger network as its weights in cells of color, layer by layer from the left, with the units beside them.
///
/// All layers have one scale, which stands below. Deep networks go on in a second and a third band.
struct NetworkCells {
  private let picture: NetworkPicture
  private let plan: NetworkCellsPlan
  private let names: ClassNames
  private let image: InputImage?
  private let scale: ToneScale
  private let area: Rect
  private let footer: Rect

  init(_ picture: NetworkPicture, _ model: Model, in rect: Rect, on canvas: Canvas) {
    (self.picture, names) = (picture, model.classNames)
    image = InputImage(model)
    scale = ToneScale(reaching: picture.largestWeight)
    let footerRows = rect.height >= 10 ? 2 : rect.height >= 5 ? 1 : 0
    (area, footer) = rect.inset(left: 1).split(bottom: footerRows)
    plan = NetworkCellsPlan.best(
      for: picture.network.shape, imageSide: image?.columns(on: canvas), in: area.size,
      samplesPerRow: canvas.samples(in: Rect(x: 0, y: 0, width: 1, height: 1)).height)
  }

  func draw(on canvas: inout Canvas) {
    let bands = places
    var crowds: [CellCrowd] = []
    for (part, place) in bands.joined() { draw(part, in: place, &crowds, on: &canvas) }
    drawHeadings(bands, on: &canvas)
    drawFooter(crowds, on: &canvas)
  }

  private typealias Place = (part: NetworkCellsPlan.Part, rect: Rect)

  /// Where each part stands, band by band.
  private var places: [[Place]] {
    var below = area
    return zip(plan.bands, plan.heights).map { band, height in
      let cut = below.split(top: height)
      below = cut.rest
      var rest = cut.top
      return band.map { part in
        let (place, right) = rest.split(left: plan.width(of: part))
        rest = right.inset(left: part.isWeights ? 1 : 0)
        return (part, place)
      }
    }
  }

  private func draw(
    _ part: NetworkCellsPlan.Part, in place: Rect, _ crowds: inout [CellCrowd],
    on canvas: inout Canvas
  ) {
    let (head, body) = place.split(top: 1)
    switch part {
    case .units(let layer): drawUnits(layer, in: body, on: &canvas)
    case .weights(let layer):
      let weights = picture.network.weightsByInput(layer: layer)
      let cells = WeightCells(weights, scale: scale, in: body, on: canvas)
      if plan.hasNumbers {
        HeatMap(weights.rowsOfNumbers, scale: scale, label: .decimals(2)).draw(
          in: body, on: &canvas)
      } else {
        crowds.append(CellCrowd(layer: layer, across: cells.across, down: cells.down))
        cells.draw(in: body, on: &canvas)
      }
      guard let selected = picture.selectedUnit, selected.layer == layer else { return }
      let column = plan.hasNumbers ? 6 * selected.unit - 4 : cells.column(ofUnit: selected.unit)
      canvas.write(
        "↓", at: Point(x: head.x + column, y: head.y), style: Style(.accent, .bold), within: head)
    }
  }

  /// The names of the layers, which may reach over the weights behind their units, and the last one of a band over those
  /// before them, as far as no mark stands there.
  private func drawHeadings(_ bands: [[Place]], on canvas: inout Canvas) {
    let heads = bands.flatMap(heads)
    for (head, text) in zip(heads, picture.headings(rooms: heads.map(\.room.width))) {
      let x = min(head.x, head.room.maxX - picture.glyphs.columns(of: text))
      canvas.write(
        StyledText(text, .heading), at: Point(x: max(x, head.room.x), y: head.room.y),
        within: head.room)
    }
  }

  /// The room of each layer's name in a band, and where it begins if that is enough.
  private func heads(_ band: [Place]) -> [(room: Rect, x: Int)] {
    band.indices.filter { !band[$0].part.isWeights }.map { index in
      let place = band[index].rect
      let isLast = index == band.count - 1
      let start = place.x - (isLast && index > 0 ? lead(over: band[index - 1]) : 0)
      var end = area.maxX
      if !isLast {
        let next = band[index + 1]
        let given = index + 2 == band.count - 1 ? lead(over: next) : 0
        end = isMarked(next) ? next.rect.x : next.rect.maxX - given
      }
      let room = Rect(x: start, y: place.y, width: end - start, height: 1)
      return (room.intersection(area), place.x)
    }
  }

  /// The columns over a layer's weights that the name of the last layer may have.
  private func lead(over place: Place) -> Int {
    isMarked(place) || !place.part.isWeights ? 0 : min(4, place.rect.width / 2)
  }

  private func isMarked(_ place: Place) -> Bool {
    picture.selectedUnit.map { .weights(layer: $0.layer) == place.part } ?? false
  }

  // MARK: - Units

  private func drawUnits(_ layer: Int, in place: Rect, on canvas: inout Canvas) {
    if layer == 0, let image {
      image.picture(of: picture.inputs).draw(in: place, on: &canvas)
    } else if picture.unitCount(layer: layer) <= place.height, plan.unitWidth(layer: layer) > 1 {
      drawNumbers(layer, in: place, on: &canvas)
    } else {
      drawTones(layer, in: place, on: &canvas)
    }
  }

  private func drawNumbers(_ layer: Int, in place: Rect, on canvas: inout Canvas) {
    for unit in 1...max(1, picture.unitCount(layer: layer)) {
      var line = number(layer, unit)
      if layer > 0, picture.glyphs.columns(of: line) <= plan.unitWidth(layer: layer) {
        line += picture.mark(layer: layer, unit: unit)
      }
      if layer == picture.depth {
        line += notes(unit, width: place.width - plan.unitWidth(layer: layer) - 1)
      }
      canvas.write(line, at: Point(x: place.x, y: place.y + unit - 1), within: place)
    }
  }

  /// An activation, with all of its digits before the point.
  private func number(_ layer: Int, _ unit: Int) -> StyledText {
    guard let value = picture.activation(layer: layer, unit: unit) else {
      return StyledText("·", .muted)
    }
    let isSelected = picture.selectedUnit.map { $0 == (layer, unit) } ?? false
    var style = layer == 0 ? .text : picture.style(foundIn: .forward(layer: layer))
    if isSelected { style.attributes.insert(.reversed) }
    let width = plan.unitWidth(layer: layer)
    let text = text(value, layer, unit, width: width)
    return StyledText(text + String(repeating: " ", count: max(0, width - text.count)), style)
  }

  private func text(_ value: Double, _ layer: Int, _ unit: Int, width: Int) -> String {
    if picture.fault(layer: layer, unit: unit) == nil {
      // A large one takes the column that a mark would have.
      return value.short(
        width: value.isTooLarge(width: width, decimals: 3) ? width + 1 : width)
    }
    return width > 3
      ? value.besideMark(width: width, decimals: 3, room: width + 1) : value.short(width: width)
  }

  /// Target, δ and bias of an output unit, as far as they have room.
  private func notes(_ unit: Int, width: Int) -> StyledText {
    let delta = picture.delta(layer: picture.depth, unit: unit).map {
      StyledText(picture.glyphs == .ascii ? " d " : " δ ", .muted)
        + StyledText($0.fitted(width: 6, decimals: 3, signed: true))
    }
    let bias = ParameterIndex.bias(layer: picture.depth, unit: unit)
    let own =
      picture.network.contains(bias)
      ? StyledText(" b ", .muted) + picture.text(bias, width: 6, decimals: 3) : nil
    var line: StyledText = ""
    for part in [target(unit), delta, own].compactMap({ $0 }) {
      guard picture.glyphs.columns(of: line + part) <= width else { break }
      line += part
    }
    return line
  }

  /// The target of an output unit; where each stands for a class, the class, and T beside the true one.
  private func target(_ unit: Int) -> StyledText {
    let target = picture.target(unit: unit)
    let count = picture.unitCount(layer: picture.depth)
    let classes = (0..<count).map { names.areGiven ? names[$0] : "#\($0)" }
    let width = classes.map(\.count).max() ?? 0
    let isClass = picture.network.layers.last?.activation == .softmax && width <= 3
    let name = classes[unit - 1].padded(to: width)
    return StyledText(
      isClass ? " \(name)\(target > 0.5 ? " T" : "  ")" : " T \(compact(target))",
      target > 0 ? .accent : .muted)
  }

  /// How much each unit of a layer puts out, where there is no room for its number.
  private func drawTones(_ layer: Int, in place: Rect, on canvas: inout Canvas) {
    let count = picture.unitCount(layer: layer)
    let values = (1...count).map { picture.activation(layer: layer, unit: $0) ?? .nan }
    let scale = ToneScale(reaching: values.lazy.filter(\.isFinite).map(abs).max() ?? 0)
    let column = place.split(left: 1).left
    let cells = WeightCells(
      Matrix(rows: count, columns: 1, elements: values), scale: scale, in: column, on: canvas)
    cells.draw(in: column, on: &canvas)
    drawMarks(layer, cells, in: place, on: &canvas)
  }

  /// The marks of units, and how many of those that share a row have one.
  private func drawMarks(
    _ layer: Int, _ cells: WeightCells, in place: Rect, on canvas: inout Canvas
  ) {
    let count = picture.unitCount(layer: layer)
    let samplesPerRow = canvas.samples(in: place).height / max(1, place.height)
    guard layer > 0, place.width > 1, samplesPerRow > 0 else { return }
    if let selected = picture.selectedUnit, selected.layer == layer {
      let row = (selected.unit - 1) * cells.size.height / count / samplesPerRow
      let place = Point(x: place.x + 1, y: place.y + row)
      canvas.write("◂", at: place, style: Style(.accent, .bold))
    }
    let marked = (1...count).filter { picture.fault(layer: layer, unit: $0) != nil }
    let rows = Dictionary(grouping: marked) {
      ($0 - 1) * cells.size.height / count / samplesPerRow
    }
    for (row, units) in rows {
      let number = units.count > 1 && place.width > 2 ? "\(units.count)" : ""
      let mark = picture.mark(layer: layer, unit: units[0]) + StyledText(number, .warning)
      canvas.write(mark, at: Point(x: place.x + 1, y: place.y + row), within: place)
    }
  }

  // MARK: - Below

  /// Columns in which a scale has its colors and the numbers at their ends.
  private static let scaleWidth = 24

  /// The colors of weights, for units have their own, and how many weights share a cell.
  private func drawFooter(_ crowds: [CellCrowd], on canvas: inout Canvas) {
    guard footer.height > 0 else { return }
    let note = CellCrowd.note(crowds, width: footer.width - Self.scaleWidth)
    let (left, right) = footer.split(top: 1).top.split(right: note.isEmpty ? 0 : note.count + 2)
    let name = left.width >= Self.scaleWidth + "weights ".count ? "weights " : ""
    canvas.write(StyledText(name, .muted), in: left)
    ScaleBar(scale).draw(in: left.inset(left: name.count), on: &canvas)
    canvas.write(StyledText(note, .muted), in: right, alignment: .trailing)
    canvas.write(picture.line(width: footer.width), in: footer, row: 1)
  }
}
