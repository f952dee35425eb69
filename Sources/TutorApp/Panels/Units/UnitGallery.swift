import NeuralNetwork
import TerminalCanvas

/// Pictures of units in rows, all of one size and on one scale, each with its name.
struct UnitGallery {
  /// A unit of a layer, both from 1.
  struct Unit: Hashable {
    let layer: Int
    let unit: Int
  }

  /// The units that have a picture, from the first hidden layer.
  let units: [Unit]
  let picture: NetworkPicture
  private let model: Model
  private let plane: InputPlane?
  private let image: InputImage?
  /// Whether each name has what the unit does on the batch below it, whatever room that takes from the pictures.
  private let isDetailed: Bool
  /// One scale for all units: up to the largest weight of the layer.
  private let scale: ToneScale

  init(_ model: Model, glyphs: GlyphSet, isDetailed: Bool = false) {
    self.model = model
    self.isDetailed = isDetailed
    picture = NetworkPicture(model, glyphs: glyphs)
    scale = ToneScale(reaching: picture.network.largestWeight(layer: 1))
    plane = InputPlane(model.run.dataset)
    image = InputImage(model)
    // Weights of later layers lead from units, which no picture of the inputs shows.
    let isDeep = picture.depth > 1
    let layers = plane == nil || !isDeep ? 1...1 : 1...(picture.depth - 1)
    let shape = picture.network.shape
    units = layers.flatMap { layer in (1...shape[layer]).map { Unit(layer: layer, unit: $0) } }
  }

  /// What a unit puts out for the pinned sample; nil while the learner has not got there.
  func activation(of unit: Unit) -> Double? {
    picture.activation(layer: unit.layer, unit: unit.unit)
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let hasScale = plane == nil && rect.height >= 6
    let grid = grid(in: rect.split(bottom: hasScale ? 1 : 0).rest, on: canvas)
    let shown = shownCount(in: grid, hasRowBelow: hasScale)
    let maps = model.responseMaps(canvas.samples(in: Rect(size: grid.tile)))
    for (index, unit) in units.prefix(shown).enumerated() {
      draw(unit, in: grid.place(index).intersection(grid.rect), maps, on: &canvas)
      let lines = lines(of: unit, width: grid.tile.width).prefix(grid.captionRows)
      canvas.write(Array(lines), in: grid.caption(index).intersection(grid.rect))
    }
    let others = units.count - shown
    if hasScale {
      // Right below the pictures that it belongs to.
      let (_, below) = rect.split(top: min(grid.rect.height, grid.rows(of: shown)))
      return drawScale(others, in: below.split(top: 1).top, on: &canvas)
    }
    let rest = StyledText(others == 0 ? "" : "+\(others)", .muted)
    canvas.write(rest, in: grid.rect, row: grid.rect.height - 1, alignment: .trailing)
  }

  /// Of those that have room, one fewer where the count of the others would stand over the last one's name.
  private func shownCount(in grid: TileGrid, hasRowBelow: Bool) -> Int {
    let room = min(units.count, grid.across * grid.down)
    let ends = hasRowBelow || grid.rows(of: grid.across * grid.down) < grid.rect.height
    let free = ends ? grid.rect.width : grid.rect.width - grid.across * (grid.tile.width + 1)
    let rest = units.count - room
    return rest == 0 || "+\(rest)".count <= free ? room : room - 1
  }

  // MARK: - Sizes

  /// The largest pictures with which all units have room, the smallest where they have not; below them more words than
  /// the name where these cost no picture its size.
  private func grid(in body: Rect, on canvas: Canvas) -> TileGrid {
    let sizes = sizes(on: canvas)
    func grid(_ captionRows: Int) -> TileGrid {
      let grids = sizes.map { TileGrid(rect: body, tile: $0, captionRows: captionRows) }
      return grids.first { $0.fits(units.count) } ?? grids[grids.count - 1]
    }
    let (named, detailed) = (grid(1), grid(3))
    let isFree = named.tile == detailed.tile && detailed.fits(units.count)
    return isDetailed || isFree && named.tile.width >= "on 100 %".count ? detailed : named
  }

  /// From the largest.
  private func sizes(on canvas: Canvas) -> [Size] {
    if let image {
      return [3, 2, 1].map {
        Size(width: $0 * image.columns(on: canvas), height: $0 * image.rows(on: canvas))
      }
    }
    if plane != nil {
      // A name keeps its last figure where a mark stands behind it.
      let least = max(4, (units.map { name(of: $0).count }.max() ?? 0) + 1)
      return (2...40).reversed().map { Size(width: max(least, 2 * $0), height: $0) }
        + [Size(width: least, height: 1)]
    }
    return [2, 1].map { Size(width: max(4, $0 * picture.unitCount(layer: 0)), height: 1) }
  }

  // MARK: - A tile

  private func draw(_ unit: Unit, in place: Rect, _ maps: ResponseMaps?, on canvas: inout Canvas) {
    if let maps {
      return canvas.draw(maps, layer: unit.layer, unit: unit.unit, in: place)
    }
    let weights = (1...picture.unitCount(layer: 0)).map {
      picture.weight(layer: 1, unit: unit.unit, input: $0)
    }
    if let image {
      PixelImage(weights, columns: image.side, scale: scale).draw(in: place, on: &canvas)
    } else {
      let row = Matrix(rows: 1, columns: weights.count, elements: weights)
      WeightCells(row, scale: scale, in: place, on: canvas).draw(in: place, on: &canvas)
    }
  }

  /// The unit's name, what it puts out and what is wrong with it; below, on how much of the batch it is above 0, and its
  /// bias.
  private func lines(of unit: Unit, width: Int) -> [StyledText] {
    let name = name(of: unit)
    let isSelected = picture.selectedUnit.map { $0 == (unit.layer, unit.unit) } ?? false
    var first = StyledText(name, isSelected ? .selected : .muted)
    let isWrong = picture.fault(layer: unit.layer, unit: unit.unit) != nil
    let room = width - picture.glyphs.columns(of: first) - (isWrong ? 2 : 0) - 1
    if let value = activation(of: unit), room >= (isWrong ? 3 : 4) {
      first += " " + StyledText(value.fittedOrTiny(width: min(5, room), decimals: 2))
    }
    first = picture.marked(first, layer: unit.layer, unit: unit.unit, width: width)
    guard activation(of: unit) != nil else { return [first] }
    let bias = ParameterIndex.bias(layer: unit.layer, unit: unit.unit)
    let own =
      picture.network.contains(bias) && width >= 8
      ? StyledText("b ", .muted) + picture.text(bias, width: 6, decimals: 2) : ""
    return [first] + share(of: unit) + [own]
  }

  /// On how much of the batch a hidden unit is above 0; an output always is, or means something else by it.
  private func share(of unit: Unit) -> [StyledText] {
    guard unit.layer < picture.depth else { return [] }
    let outputs = model.run.step.activations(layer: unit.layer).column(unit.unit - 1)
    let share = Double(outputs.count { $0 > 0 }) / Double(max(1, outputs.count))
    return [StyledText("on \(percent(share))", .muted)]
  }

  /// A unit of the outputs is called by its class.
  private func name(of unit: Unit) -> String {
    if unit.layer == picture.depth, picture.unitCount(layer: picture.depth) > 1 {
      return model.classNames[unit.unit - 1]
    }
    return plane == nil ? "\(unit.unit)" : "\(unit.layer).\(unit.unit)"
  }

  private func drawScale(_ others: Int, in line: Rect, on canvas: inout Canvas) {
    let rest = StyledText(others == 0 ? "" : "\(others) more", .muted)
    let (left, right) = line.split(right: canvas.glyphs.columns(of: rest) + 1)
    ScaleBar(scale).draw(in: left, on: &canvas)
    canvas.write(rest, in: right, alignment: .trailing)
  }
}
