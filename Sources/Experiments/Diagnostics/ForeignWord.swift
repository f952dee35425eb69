/// What other tools call the keys and names of an experiment, where no spelling is near enough to tell.
enum ForeignWord {
  private static let keys: [String: String] = [
    "batch": "batch_size", "minibatch": "batch_size", "dataset": "data",
    "file": "data: {csv: …}", "neurons": "hidden", "units": "hidden", "hiddenlayers": "hidden",
    "hiddenunits": "hidden", "activationfunction": "activation", "initializer": "init",
    "initialization": "init", "initialisation": "init", "lossfunction": "loss", "criterion": "loss",
    "cost": "loss", "iterations": "steps", "updates": "steps", "maxiter": "steps",
    "validation": "holdout", "validationsplit": "holdout", "testsize": "test",
    "randomstate": "seed",
    "standardize": "scaling: standard", "normalize": "scaling: standard",
    "gradientclip": "clip", "clipnorm": "clip: {type: norm, max: …}",
    "clipvalue": "clip: {type: value, max: …}", "classweight": "class_weights",
    "regularization": "l2", "regularizer": "l2", "penalty": "l2",
    "architecture": "hidden", "shape": "hidden", "kernelinitializer": "init",
  ]

  private static let names: [String: String] = [
    "glorot": "xavier", "glorotnormal": "xavier", "glorotuniform": "xavier_uniform",
    "kaiming": "he", "kaimingnormal": "he", "kaiminguniform": "he_uniform",
    "mnist": "digits", "swish": "silu", "logistic": "sigmoid", "identity": "linear",
    "none": "linear", "amsgrad": "adam", "gradientdescent": "sgd", "gd": "sgd", "squared": "mse",
    "quadratic": "mse", "learningrate": "lr", "eta": "lr",
    "l2": "mse", "l1": "mae", "nll": "cce",
  ]

  /// The name in a list that stands for a word of another tool; nil where it has none.
  static func name(of word: String, among names: [String]) -> String? {
    self.names[word.lowercased().filter { $0.isLetter || $0.isNumber }].flatMap {
      names.contains($0) ? $0 : nil
    }
  }

  /// The key that does what a word of another tool does; nil for words that are not known.
  static func meaning(of word: String) -> String? {
    let plain = word.lowercased().filter { $0.isLetter }
    if ["epoch", "epochs", "nepochs", "numepochs", "maxepochs"].contains(plain) {
      return
        "Give the length in updates, 'steps: 1000', or in epochs on the command line, '--epochs 100'."
    }
    if plain == "nesterov" { return "Write 'optimizer: {name: nesterov, momentum: 0.9}'." }
    return keys[plain].map { "It is called '\($0)'." }
  }
}
