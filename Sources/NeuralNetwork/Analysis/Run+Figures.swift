/// What a run has come to, over whole sets of samples and never over a batch alone.
extension Run {
  /// The objective over all samples that the run learns from: the loss with penalties, as inference.
  ///
  /// This is what `loss` means in files, goals and reports.
  public var objective: Double {
    isBatchWhole ? step.loss : objective(of: network)
  }

  /// The part of the objective that the samples make: without penalties.
  public var datasetLoss: Double {
    isBatchWhole ? step.dataLoss : loss(of: network, on: dataset)
  }

  /// The objective over the same samples of a network in place of the run's own.
  /// - Precondition: the samples fit the network, and the network has the run's outputs.
  public func objective(of network: Network) -> Double {
    objective(of: network, statistics: .running)
  }

  /// The same, where batch norm takes figures of one kind or the other.
  func objective(of network: Network, statistics: Network.Statistics) -> Double {
    network.loss(loss, activeExperiment.classWeights, on: dataset, statistics: statistics)
      + penalty(of: network)
  }

  /// The part of the objective that large weights make.
  public var penalty: Double { penalty(of: network) }

  private func penalty(of network: Network) -> Double {
    network.penalty(l1: activeExperiment.l1, l2: activeExperiment.l2)
  }

  /// Whether the present step works on all samples in order, and as inference would: then its loss is theirs.
  public var isBatchWhole: Bool {
    !isLossNoisy && activePlan.network.layers.allSatisfy { !$0.hasBatchNorm }
  }

  /// Whether the loss of a step depends on what is drawn for it: samples, changed samples, or units that are left out.
  public var isLossNoisy: Bool {
    activeExperiment.batches != .full || activeExperiment.augmentation != nil
      || activePlan.network.layers.contains { $0.dropoutRate > 0 }
  }
}
