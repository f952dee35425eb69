import CKernels
import Testing

@testable import NeuralNetwork

extension KernelVariantTests {
  /// Long runs whose every bit was written down once: a change of any rounding anywhere shows here.
  struct GoldenRunTests {
    @Test(arguments: 0..<dk_variant_count())
    func `XOR with Adam ends in the same bits`(variant: Int) throws {
      let recipe = Experiment(
        data: .named(.xor),
        layers: [
          LayerRecipe(units: 8, activation: .tanh), LayerRecipe(units: 1, activation: .sigmoid),
        ], loss: .binaryCrossEntropy, optimizer: Optimizer(.adam, learningRate: 0.01))
      let bits = try hash(recipe, updates: 2000, variant)
      #expect(bits == 0x99b3_271d_e770_3499)
    }

    @Test(arguments: 0..<dk_variant_count())
    func `moons with momentum and shuffled mini-batches end in the same bits`(variant: Int) throws {
      let recipe = Experiment(
        data: .named(.moons, DatasetOptions(samples: 100, noise: 0.1)),
        layers: Array(
          repeating: LayerRecipe(units: 12, activation: .relu, initializer: .he), count: 3)
          + [LayerRecipe(units: 1, activation: .sigmoid)],
        loss: .binaryCrossEntropy, optimizer: Optimizer(.momentum, learningRate: 0.01),
        batches: .size(16))
      let bits = try hash(recipe, updates: 500 * 7, variant)
      #expect(bits == 0x884f_0e76_e71e_b5cf)
    }

    @Test(arguments: 0..<dk_variant_count())
    func `a classifier with batch norm and dropout ends in the same bits`(variant: Int) throws {
      var stream = RandomStream(seed: 7, purpose: .data)
      let inputs = (0..<320).map { _ in (0..<64).map { _ in stream.uniform() } }
      let targets = (0..<320).map { row in (0..<10).map { $0 == row % 10 ? 1.0 : 0 } }
      let recipe = Experiment(
        data: .explicit(inputs: inputs, targets: targets),
        layers: [
          LayerRecipe(
            units: 32, activation: .relu, initializer: .he, batchNorm: BatchNormRecipe(),
            dropout: DropoutRecipe(rate: 0.2)),
          LayerRecipe(units: 10, activation: .softmax),
        ], loss: .categoricalCrossEntropy, optimizer: Optimizer(.sgd, learningRate: 0.1), l2: 1e-4,
        batches: .size(32))
      let bits = try hash(recipe, updates: 300, variant)
      #expect(bits == 0x68b2_7423_2c6b_33ae)
    }

    /// FNV-1a over the bytes of all parameters, trained with one variant of the kernels.
    private func hash(_ recipe: Experiment, updates: Int, _ variant: Int) throws -> UInt64 {
      var run = try Run(recipe)
      KernelVariantTests.using(variant) { run.train(updates: updates) }
      #expect(run.divergence == nil && run.position.update == updates)
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for index in run.network.parameterIndices {
        withUnsafeBytes(of: run.network[index].bitPattern.littleEndian) { bytes in
          for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
      }
      return hash
    }
  }
}
