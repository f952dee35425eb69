extension Trainer {
  /// Makes ready the present update's batch.
  func loadBatch() {
    if batch.isEmpty || !plan.batches.areOne { dealBatch() }
    if let augmentation = plan.experiment.augmentation { augment(augmentation) }
  }

  private func dealBatch() {
    let (epoch, number) = (plan.epoch(after: update), plan.batchNumber(of: update))
    if plan.batches.isShuffled { shuffle(epoch: epoch) }
    batch = plan.batches.bounds[number]..<plan.batches.bounds[number + 1]
    if plan.readsInPlace { readInPlace() } else { gather() }
  }

  /// The numbers of an array stay where they are while somebody holds it and nobody changes it: the plan sees to both.
  private func readInPlace() {
    func start(_ samples: Matrix) -> Kernels.Input {
      samples.elements.withUnsafeBufferPointer {
        $0.baseAddress.map { $0 + batch.lowerBound * samples.columns } ?? inputs
      }
    }
    (inputs, targets) = (start(plan.dataset.inputs), start(plan.dataset.targets))
  }

  private func gather() {
    let room = arena.batch
    (inputs, targets) = (Kernels.Input(room.inputs), Kernels.Input(room.targets))
    order.withUnsafeBufferPointer { order in
      let samples = UnsafeBufferPointer(rebasing: order[batch])
      Kernels.gather(plan.dataset.inputs, rows: samples, into: room.inputs)
      Kernels.gather(plan.dataset.targets, rows: samples, into: room.targets)
    }
  }

  /// Puts the samples in the order of an epoch.
  private func shuffle(epoch: Int) {
    guard epoch != orderEpoch else { return }
    orderEpoch = epoch
    order.replaceSubrange(order.indices, with: plan.batches.order)
    var stream = RandomStream(seed: plan.experiment.seed, purpose: .order, index: epoch)
    stream.shuffle(&order)
  }
}
