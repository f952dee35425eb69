import NeuralNetwork
import Testing

@Suite struct RecipeCheckTests {
  /// What a changed recipe is rejected with.
  private func rejection(_ change: (inout Experiment) -> Void) -> ExperimentError? {
    var recipe = Samples.xor([[1, -1], [-1, 1]], [1, 1])
    change(&recipe)
    do {
      _ = try Run(recipe)
      return nil
    } catch { return error }
  }

  @Test func aSoundRecipeIsTaken() {
    #expect(rejection { _ in } == nil)
  }

  @Test func lossesNameTheOutputTheyNeed() {
    let error = rejection { $0.loss = .categoricalCrossEntropy }
    #expect(error?.part == .loss)
    #expect(
      error?.sentence
        == "The loss cce is computed from a softmax output layer, but this one is sigmoid: "
        + "change the output layer or the loss.")
    #expect(rejection { $0.layers[1].activation = .linear }?.part == .loss)
    #expect(rejection { $0.loss = .perceptron }?.part == .loss)
  }

  @Test func shapesAreNamed() {
    let error = rejection { $0.layers[0].explicit?.weights = [[1, 2, 3], [4, 5, 6]] }
    #expect(error?.part == .layer(1))
    #expect(
      error?.sentence == "Unit 1 of layer 1 has 3 weights but 2 inputs: give one weight an input.")
    #expect(
      rejection {
        $0.layers[1].units = 3
        $0.layers[1].explicit = nil
      }?.sentence
        == "The output layer has 3 units but each target has 1 number: make them equal.")
    #expect(rejection { $0.layers[0].explicit?.biases = [1] }?.part == .layer(1))
    #expect(
      rejection {
        $0.layers[0] = LayerRecipe(units: 3, activation: .relu, isResidual: true)
        $0.layers[1].explicit = nil
      }?.sentence == "Layer 1 is residual with 3 units but 2 inputs: make them equal.")
  }

  @Test func layersThatMakeNoSenseAreRefused() {
    #expect(rejection { $0.layers[0].activation = .softmax }?.part == .layer(1))
    #expect(rejection { $0.layers[1].dropout = .init(rate: 0.5) }?.part == .layer(2))
    #expect(rejection { $0.layers[0].dropout = .init(rate: 1) }?.part == .layer(1))
    #expect(rejection { $0.layers[0].batchNorm = .init() }?.part == .layer(1))
    #expect(rejection { $0.layers[0].slope = .nan }?.part == .layer(1))
    #expect(rejection { $0.layers = [] }?.part == .data)
    #expect(rejection { $0.layers[0].units = 0 }?.part == .layer(1))
  }

  @Test func numbersOutOfRangeAreRefused() {
    #expect(rejection { $0.optimizer.learningRate = -1 }?.part == .optimizer)
    #expect(rejection { $0.optimizer.learningRate = .infinity }?.part == .optimizer)
    #expect(rejection { $0.optimizer.momentum = 1 }?.part == .optimizer)
    #expect(rejection { $0.optimizer.epsilon = -1 }?.part == .optimizer)
    #expect(rejection { $0.l1 = -1 }?.part == .penalty)
    #expect(rejection { $0.l2 = .nan }?.part == .penalty)
    #expect(rejection { $0.clipping = .norm(0) }?.part == .clipping)
    #expect(rejection { $0.schedule = .step(size: 0, gamma: 1) }?.part == .schedule)
    #expect(rejection { $0.steps = -1 }?.part == .steps)
    #expect(rejection { $0.data = .explicit(inputs: [[1, 1]], targets: [[2]]) }?.part == .data)
  }

  @Test func batchesMustFitTheData() {
    #expect(rejection { $0.batches = .size(0) }?.part == .batches)
    #expect(rejection { $0.batches = .explicit([]) }?.part == .batches)
    #expect(rejection { $0.batches = .explicit([[0], []]) }?.part == .batches)
    #expect(rejection { $0.batches = .explicit([[4]]) }?.part == .batches)
    #expect(rejection { $0.batches = .size(100) } == nil)
    #expect(rejection { $0.batches = .size(.max) } == nil)
    let single = rejection {
      $0.layers[0].explicit?.biases = nil
      $0.layers[0].batchNorm = .init()
      $0.batches = .size(3)
    }
    #expect(single?.part == .batches)
    let alone = rejection {
      $0.data = .explicit(inputs: [[1, 1]], targets: [[1]])
      $0.layers[0].explicit?.biases = nil
      $0.layers[0].batchNorm = .init()
    }
    #expect(alone?.part == .batches)
  }

  @Test func masksMustFitTheBatches() {
    let fits = [[[1.0, 0], [1, 1], [0, 1], [1, 1]]]
    #expect(rejection { $0.layers[0].dropout = .init(rate: 0.5, masks: fits) } == nil)
    #expect(
      rejection { $0.layers[0].dropout = .init(rate: 0.5, masks: [[[1, 0]]]) }?.part == .layer(1))
    #expect(rejection { $0.layers[0].dropout = .init(rate: 0.5, masks: []) }?.part == .layer(1))
    let odd = [[[1.0, 0], [1, 7.5], [0, 1], [1, 1]]]
    #expect(
      rejection { $0.layers[0].dropout = .init(rate: 0.5, masks: odd) }?.sentence
        == "Mask 1 of layer 1 holds 7.5: write 1 for a unit that stays and 0 for one that is dropped."
    )
  }

  @Test func giantsAreRefusedBeforeTheyAreBuilt() {
    #expect(rejection { $0.layers[0].units = 1_000_000_000 }?.part == .layer(1))
    #expect(
      rejection {
        $0.layers =
          Array(repeating: LayerRecipe(units: 4096, activation: .relu), count: 3)
          + [LayerRecipe(units: 1, activation: .sigmoid)]
      }?.part == .data)
    #expect(
      rejection {
        $0.layers = Array(repeating: LayerRecipe(units: 1, activation: .relu), count: 1000)
      } != nil)
  }
}
