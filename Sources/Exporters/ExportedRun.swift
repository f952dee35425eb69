import Experiments
import NeuralNetwork

/// A run to be exported: the experiment it comes from, and how many updates it makes at most.
public struct ExportedRun: Sendable {
  /// The experiment, with the names that its data has.
  public let file: ExperimentFile
  /// How many updates the run makes, unless it diverges or stops early.
  public let updates: Int
  /// The run as it has been made, with all that was changed on the way; nil: it is made as the experiment says.
  public let made: Run?
  /// The file that is written, beside which other files are named; nil: beside the experiment's own.
  public let destination: String?

  /// The run of an experiment; as many updates as a headless run makes unless told otherwise.
  public init(
    _ file: ExperimentFile, updates: Int? = nil, made: Run? = nil, destination: String? = nil
  ) {
    (self.file, self.updates) = (file, updates ?? file.experiment.usualUpdates)
    (self.made, self.destination) = (made, destination)
  }

  /// The recipe.
  public var experiment: Experiment { file.experiment }

  /// The run before its first update.
  /// - Throws: an `ExperimentError` when the engine rejects the recipe.
  public func start() throws(ExperimentError) -> Run { try Run(experiment) }

  /// The run after its last update; one that has been made, where it stands.
  /// - Throws: an `ExperimentError` when the engine rejects the recipe.
  public func trained() throws(ExperimentError) -> Run {
    if let made { return made }
    var run = try start()
    run.trainToStop(updates: updates)
    return run
  }

  /// Walks through the updates that were made, as they were; where none was, through those that will be.
  func forEachMadeStep(_ body: (Run) -> Void) throws {
    guard var run = made, run.position.update > 0 else {
      try forEachStep(body)
      return
    }
    for update in 0..<run.position.update {
      run.seek(to: Position(update: update))
      body(run)
    }
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
