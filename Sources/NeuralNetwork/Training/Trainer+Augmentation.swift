extension Trainer {
  /// Puts the inputs of the present batch into the arena, moved as the recipe asks for at this update.
  func augment(_ recipe: Augmentation) {
    var stream = RandomStream(seed: plan.experiment.seed, purpose: .augmentation, index: update)
    let inputCount = plan.network.inputCount
    let room = arena.batch.inputs
    let side = Augmentation.side(ofImageWith: inputCount) ?? 0
    plan.dataset.inputs.elements.withUnsafeBufferPointer { source in
      guard let source = source.baseAddress else { return }
      for (row, sample) in order[batch].enumerated() {
        let sample = source + sample * inputCount
        let target = room + row * inputCount
        if recipe.shift > 0 {
          shift(sample, into: target, side: side, by: recipe.shift, &stream)
        } else {
          target.update(from: sample, count: inputCount)
        }
      }
    }
    guard recipe.noise > 0 else { return }
    for index in 0..<batch.count * inputCount {
      room[index] += recipe.noise * stream.normal()
    }
  }

  /// A square image, moved right and down by a number of pixels from −limit to limit each.
  private func shift(
    _ image: UnsafePointer<Double>, into target: Arena.Pointer, side: Int, by limit: Int,
    _ stream: inout RandomStream
  ) {
    let right = stream.index(below: 2 * limit + 1) - limit
    let down = stream.index(below: 2 * limit + 1) - limit
    for row in 0..<side {
      for column in 0..<side {
        let (fromRow, fromColumn) = (row - down, column - right)
        let isInside = (0..<side).contains(fromRow) && (0..<side).contains(fromColumn)
        target[row * side + column] = isInside ? image[fromRow * side + fromColumn] : 0
      }
    }
  }
}
