import Experiments
import NeuralNetwork

/// A run to be exported: the experiment it comes from, and how many updates it makes at most.
public struct ExportedRun: Sendable {
  /// The experiment, with the names that its data has.
  public let file: ExperimentFile
  /// How many updates the run makes, unless it diverges or stops early.
  public let updates: Int

  /// The run of an experiment; as many updates as a headless run makes unless told otherwise.
  public init(_ file: ExperimentFile, updates: Int? = nil) {
    (self.file, self.updates) = (file, updates ?? file.experiment.usualUpdates)
  }

  /// The recipe.
  public var experiment: Experiment { file.experiment }

  /// The run before its first update.
  /// - Throws: an `ExperimentError` when the engine rejects the recipe.
  public func start() throws(ExperimentError) -> Run { try Run(experiment) }

  /// The run after its last update.
  /// - Throws: an `ExperimentError` when the engine rejects the recipe.
  public func trained() throws(ExperimentError) -> Run {
    var run = try start()
    run.trainToStop(updates: updates)
    return run
  }

  /// Walks through the updates that the run makes, each as it is about to be made.
  ///
  /// A run that diverges, or stops early, ends sooner.
  /// - Returns: the update whose parameters the run ends with: early stopping goes back to the best.
  /// - Throws: an `ExperimentError` when the engine rejects the recipe.
  @discardableResult func forEachStep(_ body: (Run) -> Void) throws -> Int {
    var run = try start()
    var watch = EarlyStoppingMonitor(experiment.earlyStopping)
    while run.position.update < updates {
      watch.look(at: run)
      guard !watch.hasStopped, run.divergence == nil else { break }
      body(run)
      run.train(updates: 1)
    }
    watch.finish(&run)
    return run.position.update
  }
}
