import Experiments
import Workbench

extension DoKey {
  static let experiment = DoKey(
    "experiment", .group([]),
    help: "Keys of an experiment file: a new run with them replaced; `null` takes one away",
    deed: { value, context in
      context.edits(value, of: "'experiment'").map { NewExperiment($0) }
    })
}

extension LessonContext {
  /// The keys of an experiment that take the place of another's; each is read here already, so that what is wrong with
  /// it shows at once.
  func edits(_ value: YAMLValue, of what: String, besides extra: [String] = [])
    -> [ExperimentEdit]?
  {
    guard let fields = ExperimentReading.fields(of: value, what, besides: extra) else { return nil }
    _ = ExperimentReading(fields, isPartial: true)
    return (value.pairs(of: what) ?? []).filter { !extra.contains($0.0.name) }
      .map { ExperimentEdit($0.0.name, value: $0.1.node) }
  }
}
