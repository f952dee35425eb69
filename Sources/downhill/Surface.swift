import ArgumentParser
import NeuralNetwork
import Platform

/// The command surface: the loss over two parameters, with the path of a run.
struct Surface: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "surface",
    abstract: "Map the loss over two parameters, with the path of the run.",
    discussion: """
      The experiment is trained; then the two parameters are varied while all others keep their final values. The map \
      shows low losses dark; S is where the run began, o where it went, E where it ended.

      --csv prints one row for each place of surface and path.

        downhill surface xor.yaml --x 'layer1.w[1,1]' --y 'layer2.w[1,1]'
      """)

  @OptionGroup var options: ExperimentOptions

  @Option(parsing: .unconditional, help: "The parameter to the right, such as 'layer1.w[1,1]'.")
  var x: String

  @Option(parsing: .unconditional, help: "The parameter upwards.")
  var y: String

  @Option(
    parsing: .unconditional, help: "The values of the parameter to the right, such as -3...3.")
  var xRange: String?

  @Option(parsing: .unconditional, help: "The values of the parameter upwards.")
  var yRange: String?

  @Option(parsing: .unconditional, help: "How many values to the right.")
  var columns = 61

  @Option(parsing: .unconditional, help: "How many values upwards.")
  var rows = 21

  @Option(
    parsing: .unconditional,
    help: "How many updates to make; without it the file's 'steps', or 1000.")
  var steps: Int?

  func validate() throws {
    guard (0...Limits.updates).contains(steps ?? 0) else {
      throw ValidationError("Give from 0 to \(Limits.updates) updates.")
    }
    guard (2...1000).contains(columns), (2...1000).contains(rows) else {
      throw ValidationError("Give from 2 to 1000 columns and rows.")
    }
    guard try Self.parameter(x) != Self.parameter(y) else {
      throw ValidationError("--x and --y are the same parameter: choose two.")
    }
    _ = (try range(xRange), try range(yRange))
  }

  func run() throws {
    Interrupt.listen()
    let experiment = try options.file.experiment()
    let run = try accepting(options.file) { () throws(ExperimentError) in try Run(experiment) }
    let parameters = (x: try Self.parameter(x), y: try Self.parameter(y))
    for parameter in [parameters.x, parameters.y] where !run.network.contains(parameter) {
      Output.warn(
        "\(options.file): There is no \(parameter) in a network of shape \(run.network.shapeText).")
      throw ExitCode.failure
    }
    let surface = LossSurface(
      of: run, updates: steps ?? experiment.usualUpdates, x: parameters.x,
      y: parameters.y, xRange: try range(xRange), yRange: try range(yRange), columns: columns,
      rows: rows)
    let map = SurfaceMap(surface: surface, x: x, y: y)
    options.print(text: map.text, csv: map.csv, json: map.json)
  }

  private static func parameter(_ name: String) throws -> ParameterIndex {
    guard let quantity = Quantity(parsing: name), case .parameter(let index) = quantity.kind else {
      throw ValidationError("'\(name)' is not a parameter: write one such as 'layer1.w[1,1]'.")
    }
    return index
  }

  private func range(_ text: String?) throws -> ClosedRange<Double>? {
    guard let text else { return nil }
    let ends = text.split(separator: "...", maxSplits: 1).map { Double($0) }
    guard ends.count == 2, let low = ends[0], let high = ends[1], low < high, low.isFinite,
      high.isFinite
    else { throw ValidationError("'\(text)' is not a range: write one such as -3...3.") }
    return low...high
  }
}
