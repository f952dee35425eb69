import NeuralNetwork

/// What a network is made of, and how numbers go through it.
extension GlossaryTerm {
  static let networks = [
    GlossaryTerm(
      "network", aliases: ["neural network", "model", "net"], uses: [],
      "Units in layers: what one layer puts out is what the next one takes in. With its parameters fixed it is one "
        + "function from inputs to outputs.",
      taught: [Place("two-neurons", "Two neurons in a row")],
      value: { $0.network.shape.map(String.init).joined(separator: "-") },
      related: ["layer", "unit", "parameter"]),
    GlossaryTerm(
      "weight", symbols: ["w"], uses: ["weight"],
      "What an input is multiplied by on its way into a unit; learned. w₂[1,3] leads into unit 1 of layer 2, from unit 3 "
        + "before it.",
      taught: [Place("line-fit", "One number to learn")], related: ["bias", "parameter"]),
    GlossaryTerm(
      "bias", symbols: ["b"], uses: ["bias", "biases"],
      "A number that a unit adds to its weighted sum; learned. It works like a weight on an input that is always 1.",
      formula: ["z = w·x + b"],
      taught: [
        Place("valley", "A bias is a weight too"),
        Place("perceptron", "A neuron that says yes or no"),
        Place("two-neurons", "Two neurons in a row"),
      ], related: ["weight", "parameter"]),
    GlossaryTerm(
      "parameter", symbols: ["θ"], uses: [],
      "A number that training sets: each weight and each bias.",
      taught: [Place("line-fit", "The rule")], value: { "\($0.network.parameterCount) of them" },
      related: ["weight", "bias", "update"]),
    GlossaryTerm(
      "unit", aliases: ["neuron"], uses: ["unit", "neuron"],
      "The smallest part of a network: it adds up its weighted inputs and a bias, and bends the sum.",
      formula: ["z = w·x + b", "a = σ(z)"],
      taught: [
        Place("perceptron", "A neuron that says yes or no"),
        Place("two-neurons", "Two neurons in a row"), Place("activations", "A unit and its curve"),
      ], related: ["activation", "layer"]),
    GlossaryTerm(
      "layer", uses: ["hidden layer"],
      "Units side by side that take in the same numbers. A hidden layer stands between inputs and outputs, and no target "
        + "speaks of it.",
      taught: [
        Place("activations", "Why bend at all?"),
        Place("two-by-two", "Two in, two hidden, two out"), Place("xor", "Two folds"),
      ], value: { "\($0.depth) of them with weights" }, related: ["unit", "network"]),
    GlossaryTerm(
      "pre-activation", symbols: ["z"], aliases: ["weighted sum", "score"], uses: [],
      "What a unit's inputs add up to, each times its weight, with the bias: the number before it is bent.",
      formula: ["z = w·x + b"],
      taught: [Place("two-neurons", "Forward, first neuron")],
      value: quantity("layer1.z[1]"), related: ["activation", "unit"]),
    GlossaryTerm(
      "activation", symbols: ["a"], aliases: ["activation function"], uses: ["activation"],
      "What a unit puts out, and the curve that makes it of z. Without a bent curve any number of layers is one straight "
        + "line.",
      formula: ["a = σ(z), or another curve"],
      taught: [Place("activations", "A unit and its curve")],
      value: { $0.activation.title }, related: ["sigmoid", "tanh", "ReLU", "saturated unit"]),
    GlossaryTerm(
      "distribution", aliases: ["histogram"], uses: [],
      "How many of many numbers have each size: a histogram draws it. Weights, activations and gradients of a layer have "
        + "one each.",
      related: ["activation", "gradient"]),
    GlossaryTerm(
      "forward pass", aliases: ["forward"], uses: ["forward pass"],
      "The way of numbers from the inputs through each layer to the outputs and the loss.",
      taught: [Place("two-neurons", "Forward, first neuron"), Place("loop", "One turn")],
      related: ["backward pass"]),
    GlossaryTerm(
      "backward pass", aliases: ["backward", "backpropagation"],
      uses: ["backward pass", "backpropagation"],
      "The way of the error from the loss back through each layer, by the chain rule; it gives every gradient at the cost "
        + "of about one more pass.",
      taught: [
        Place("two-neurons", "The error walks back"), Place("perceptron", "Stairs have no slope"),
        Place("loop", "One turn"),
      ], related: ["chain rule", "error signal"]),
    GlossaryTerm(
      "chain rule", uses: ["chain rule"],
      "The slope along a chain of steps is the product of the slopes of each; where several paths lead to one place, "
        + "their products are added.",
      formula: ["∂E/∂w₁ = ∂E/∂a₂ · ∂a₂/∂z₂ · ∂z₂/∂a₁ · ∂a₁/∂z₁ · ∂z₁/∂w₁"],
      taught: [
        Place("two-neurons", "The error walks back"),
        Place("two-by-two", "Add over paths, multiply along them"),
      ], related: ["backward pass", "gradient"]),
    GlossaryTerm(
      "error signal", symbols: ["δ"], aliases: ["delta"], uses: ["delta"],
      "The slope of the loss in a unit's z: what comes back to the unit. Times what came in it is the gradient of each "
        + "of the unit's weights, alone it is the bias's.",
      formula: ["δ = ∂E/∂z", "∂E/∂w = δ · input"],
      taught: [Place("two-neurons", "The error walks back")], value: quantity("layer1.delta[1]"),
      related: ["backward pass", "chain rule"]),
    GlossaryTerm(
      "slope of the activation", symbols: ["σ′", "a′"], uses: [],
      "How steep a unit's curve is where the unit works. Every error that comes back through the unit is multiplied by "
        + "it.",
      formula: ["σ′(z) = a (1 − a)"],
      taught: [Place("two-neurons", "Where a(1 − a) comes from")],
      related: ["activation", "vanishing gradient"]),
    GlossaryTerm(
      "perceptron rule", aliases: ["perceptron"], uses: ["perceptron rule"],
      "After a mistake, and only then, the inputs are added to the weights or taken from them. It ends without a mistake "
        + "wherever one straight line can do it.",
      formula: ["w ← w + (t − y) x"],
      taught: [Place("perceptron", "Only after mistakes")], related: ["step", "separable"]),
    GlossaryTerm(
      "residual connection", aliases: ["bypass", "residual", "skip connection"],
      uses: ["residual", "bypass"],
      "A layer's input added to what the layer puts out, so that signals and errors have a way around it.",
      formula: ["a = f(z) + x"],
      taught: [Place("deeper", "The bypass"), Place("deeper", "One is added")],
      related: ["vanishing gradient", "batch norm"]),
    GlossaryTerm(
      "batch norm", symbols: ["γ", "β"], aliases: ["batch_norm", "batch normalization"],
      uses: ["batch norm"],
      "Each unit's z is shifted and stretched to mean 0 and deviation 1 over the batch; a learned γ and β then set its "
        + "scale and place.",
      formula: ["u = γ (z − mean) / √(variance + ε) + β"],
      taught: [Place("deeper", "Batch norm by hand")], related: ["residual connection", "batch"]),
  ]
}
