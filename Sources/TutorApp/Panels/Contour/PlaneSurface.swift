import NeuralNetwork
import TerminalCanvas

/// The loss over a stretch of a plane of two parameters, as tones and lines of one height.
struct PlaneSurface: Sendable {
  /// All that decides a surface: it is worked out again only when some of this is another.
  struct Key: Hashable {
    let parameters: PlaneParameters
    let x: Axis
    let y: Axis
    let size: Size
    let recipe: Experiment
    /// All other parameters.
    let others: [Double]
    /// The most lines of one height.
    let lines: Int

    init(
      _ parameters: PlaneParameters, in run: Run, x: Axis, y: Axis, size: Size, lines: Int
    ) {
      (self.parameters, self.x, self.y, self.lines) = (parameters, x, y, lines)
      recipe = run.activeExperiment
      let network = run.network
      others = network.parameterIndices.filter { $0 != parameters.x && $0 != parameters.y }
        .map { network[$0] }
      self.size = Self.affordable(size, run)
    }

    /// The samples that cost at most so much to work out.
    private static func affordable(_ size: Size, _ run: Run) -> Size {
      let work = max(1, run.network.parameterCount * run.dataset.count)
      let most = max(192, min(4000, 4_000_000 / work))
      guard size.width * size.height > most else { return size }
      let share = (Double(most) / Double(size.width * size.height)).squareRoot()
      return Size(
        width: max(2, Int(Double(size.width) * share)),
        height: max(2, Int(Double(size.height) * share)))
    }

    /// Whether only the other parameters have moved.
    func isLater(than key: Key) -> Bool {
      parameters == key.parameters && x == key.x && y == key.y && size == key.size
        && recipe == key.recipe && lines == key.lines
    }
  }

  let key: Key
  let field: Field
  let levels: [PlanePlot.Level]
  /// The heights at both ends of the ramp.
  let scale: ToneScale

  init(_ key: Key, in run: Run) {
    self.key = key
    let values = Self.values(key, in: run)
    let finite = values.filter(\.isFinite)
    let (low, high) = (finite.min() ?? 0, finite.max() ?? 1)
    let axis = Axis(.logarithmic, from: max(low, high * 1e-4), to: high)
    let scale = ToneScale(.relief, over: axis)
    // Of the lowest line's ring so much is seen that the valley in it glows.
    let heights = Self.heights(axis, atMost: key.lines).filter { height in
      values.count { $0 < height } >= values.count / 40
    }
    self.scale = scale
    field = Field(size: key.size, tones: values.map { Self.tone($0, between: heights) })
    levels = heights.map { height in
      PlanePlot.Level(Contour(at: height, of: values, size: key.size), label: compact(height))
    }
  }

  /// One tone between two lines: a map with steps elsewhere would show a second set of lines.
  private static func tone(_ value: Double, between heights: [Double]) -> Tone? {
    guard !value.isNaN, !heights.isEmpty else { return nil }
    return Tone(.relief, Double(heights.count { $0 < value }) / Double(heights.count))
  }

  /// The losses in the middle of the samples, row by row from the top.
  private static func values(_ key: Key, in run: Run) -> [Double] {
    let surface = LossSurface(
      of: run, updates: 0, x: key.parameters.x, y: key.parameters.y,
      xRange: middles(key.x, key.size.width), yRange: middles(key.y, key.size.height),
      columns: key.size.width, rows: key.size.height)
    return (0..<key.size.height).reversed().flatMap { surface.losses.row($0) }
  }

  private static func middles(_ axis: Axis, _ count: Int) -> ClosedRange<Double> {
    let half = 0.5 / Double(max(1, count))
    return axis.value(at: half)...axis.value(at: 1 - half)
  }

  /// Heights that a person would choose: 1, 2, 5, 10 …, or 1, 3, 10 … where those are too many, of which the highest: they
  /// are the long lines, which show the shape of a valley.
  private static func heights(_ axis: Axis, atMost count: Int) -> [Double] {
    func heights(_ steps: [Double]) -> [Double] {
      (-12...12).flatMap { exponent in steps.map { $0 * (Double("1e\(exponent)") ?? 1) } }
        .filter { $0 > axis.lower && $0 < axis.upper }
    }
    let fine = heights([1, 2, 5])
    let chosen = fine.count <= count ? fine : heights([1, 3]).suffix(count)
    return chosen.count > 1 ? chosen : even(axis, count)
  }

  /// For a surface that is too even for those.
  private static func even(_ axis: Axis, _ count: Int) -> [Double] {
    Axis(from: axis.lower, to: axis.upper).ticks(rows: 2 * count).map(\.value)
      .filter { $0 > axis.lower && $0 < axis.upper }
  }
}
