import Experiments
import NeuralNetwork

/// The runs of a sweep with all that they are made of.
struct SweepRuns: Sendable {
  let plan: SweepPlan
  /// The recipe of each combination.
  let experiments: [Experiment]
  let folds: Int?
  let length: Trial.Length
  let goal: String?
  let document: ExperimentDocument

  /// The recipe of a run by its place.
  @Sendable func experiment(_ place: Int) -> Experiment {
    var experiment = experiments[plan.cell(of: place)]
    let seed = plan.seed(of: place)
    experiment.seed = seed.seed
    if let fold = seed.fold, let folds { experiment.holdout = .fold(fold, of: folds) }
    return experiment
  }

  /// What tells this sweep from every other: its runs, their data and the program's version.
  func digest(_ options: ExperimentOptions) throws -> String {
    var digest = Digest()
    for text in [Version.number, document.text, "\(length)", goal ?? "", "\(folds ?? 0)"] {
      digest.add(text)
    }
    for cell in plan.cells { digest.add(cell.map(\.description).joined(separator: " ")) }
    for seed in plan.seeds { digest.add("\(seed.seed) \(seed.fold ?? 0)") }
    let run = try options.run(of: experiment(0))
    digest.add(run.dataset.inputs.elements)
    digest.add(run.dataset.targets.elements)
    if document["weights"] != nil {
      digest.add(run.network.parameterIndices.map { run.network[$0] })
    }
    return digest.name
  }
}

extension SweepFile {
  /// The runs that the file holds of a sweep, by their places.
  /// - Throws: when it holds those of another one.
  func trials(of plan: SweepPlan, digest: String) throws(Diagnostic) -> [Int: Trial] {
    guard lines.allSatisfy({ $0.sweep == digest && $0.of == plan.count }) else {
      throw Diagnostic(
        file: path,
        message:
          "The file holds runs of another sweep: other settings, data, seeds or another version. Name another file."
      )
    }
    var known: [Int: Trial] = [:]
    for line in lines {
      if let twin = known.updateValue(line.trial, forKey: line.run - 1), twin != line.trial {
        throw Self.problem(path, twice: line.run)
      }
    }
    return known
  }
}

extension SweepTable {
  /// Prints all there is in the form that is asked for.
  func print(_ trials: [Trial], csv: Bool, json: Bool) {
    Output.write(csv ? self.csv(trials) : json ? self.json(trials) : text(trials))
  }
}
