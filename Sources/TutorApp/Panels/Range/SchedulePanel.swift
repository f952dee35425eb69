import Experiments
import Lessons
import NeuralNetwork
import TerminalCanvas
import Workbench

/// η of every run over the updates: as far as it has got, and dim what its schedule holds ready.
func drawSchedule(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let picture = SchedulePicture(model, columns: max(2, 2 * rect.width))
  picture.chart.aligned(in: rect).draw(in: rect, on: &canvas)
}

/// The rates of all runs on one pair of axes.
private struct SchedulePicture {
  private let model: Model
  private let columns: Int
  private let end: Double

  init(_ model: Model, columns: Int) {
    (self.model, self.columns) = (model, columns)
    let lengths = model.workspace.runs.map { scheduleLength($0.run.activeExperiment) }
    end = LossAxis.lastUpdate(atLeast: (lengths + [model.lastSeenUpdate]).max() ?? 0)
  }

  var chart: LineChart {
    let runs = model.workspace.runs
    let names = runs.count > 1 ? model.workspace.runNames : []
    let all = runs.indices.flatMap { index in
      curves(of: runs[index], name: names.isEmpty ? nil : names[index])
    }
    let rates = all.flatMap(\.points).map(\.last)
    return LineChart(all, x: Axis(from: 0, to: end, whole: true), y: axis(rates))
  }

  /// What is to come waits where it is what is asked.
  private func curves(of labeled: Workspace.LabeledRun, name: String?) -> [Series] {
    let (run, look) = (labeled.run, labeled.look)
    let (now, rates) = (run.position.update, RunRates(run))
    func bucket(_ update: Int) -> Bucket { Bucket(x: Double(update), y: rates.rate(at: update)) }
    let points = (0...columns).map { bucket(Int(end) * $0 / columns) }
    let all = Series("", points, style: look.style, pattern: look.pattern)
    var past = all
    past.points = points.filter { Int($0.x) < now } + [bucket(now)]
    past.hasHead = true
    past.name = name ?? compact(run.learningRate)
    return model.isAskedForRate ? [past] : [all.faint, past]
  }

  /// From 0; by powers of ten where a plan grows or shrinks without end.
  private func axis(_ rates: [Double]) -> Axis {
    let known = rates.filter { $0.isFinite && $0 > 0 }
    let (low, high) = (known.min() ?? 1, known.max() ?? 1)
    guard high > 1e4 * low, !rates.contains(0) else {
      return Axis(from: 0, to: LossAxis.roundedUp(high * 1.05))
    }
    return Axis(
      .logarithmic, from: LossAxis.decade(below: low), to: 10 * LossAxis.decade(below: high))
  }
}

/// The learning rate of every update of a run, with what was changed by hand.
private struct RunRates {
  private let schedule: Schedule
  /// The base rates, each from its update on.
  private let bases: [(update: Int, rate: Double)]

  init(_ run: Run) {
    schedule = run.activeExperiment.schedule
    bases =
      [(0, run.experiment.optimizer.learningRate)]
      + run.curve.marks.compactMap { mark in
        if case .learningRate(let rate) = mark.change { (mark.update, rate) } else { nil }
      }
  }

  func rate(at update: Int) -> Double {
    let base = bases.last { $0.update <= update } ?? bases[0]
    return schedule.rate(base: base.rate, update: update)
  }
}

/// The updates that a schedule takes, or a run usually does; 0 where it is none, or grows without end.
private func scheduleLength(_ recipe: Experiment) -> Int {
  let (schedule, length) = (recipe.schedule, recipe.usualUpdates)
  return schedule == .constant || schedule.rate(base: 1, update: length) > 10 ? 0 : length
}

private func scheduleWords(_ model: Model) -> [String] {
  let names = model.workspace.runs.count > 1 ? model.workspace.runNames : [""]
  return zip(model.workspace.runs, names).map { labeled, name in
    let run = labeled.run
    let whose = name.isEmpty ? "" : ", \(name)"
    return "Learning rate\(whose), \(run.activeExperiment.schedule.title): "
      + "\(compact(run.learningRate)) at update \(run.position.update)."
  }
}

/// The rate at tenths of the way, where that gives nothing away.
private func scheduleDetails(_ model: Model) -> [String] {
  guard !model.isAskedForRate else { return scheduleWords(model) }
  let run = model.run
  let length = max(scheduleLength(run.activeExperiment), model.lastSeenUpdate)
  guard length >= 10 else { return scheduleWords(model) }
  let rates = RunRates(run)
  let tenths = (0...10).map { tenth -> String in
    let update = length * tenth / 10
    return "\(compact(rates.rate(at: update))) at \(update)"
  }
  return scheduleWords(model) + ["Over its updates: \(tenths.joined(separator: ", "))."]
}

extension Model {
  /// Whether the open question asks for a learning rate.
  fileprivate var isAskedForRate: Bool {
    place?.openQuestion?.asked.contains { $0.kind == .learningRate } ?? false
  }
}

extension Panel {
  static let schedule = Panel(
    "schedule", term: "schedule", title: { _ in "learning rate over the updates" },
    brief: { _ in "learning rate" }, of: .everyRun, side: .right,
    needs: { _ in PanelNeeds(height: .init(6, best: 9, most: .max)) },
    sheds: "ticks of the axes", fills: { $0.hasSchedule }, draw: drawSchedule,
    words: scheduleWords, details: scheduleDetails, legend: { _ in scheduleLegend })
}

private let scheduleLegend = [
  LegendRow(StyledText("───", Style(.series1)), "the learning rate of each update so far"),
  LegendRow(StyledText("───", Style(.series1, .dim)), "what the schedule holds for the others"),
  LegendRow(StyledText("●"), "where the run stands, with the rate of the next update"),
]
