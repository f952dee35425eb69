/// What other tools call the keys and names of an experiment, where no spelling is near enough to tell.
enum ForeignWord {
  private static let keys: [String: String] = [
    "batch": "batch_size", "minibatch": "batch_size", "dataset": "data",
    "x": "inputs", "y": "targets",
    "file": "data: {csv: …}", "neurons": "hidden", "units": "hidden", "hiddenlayers": "hidden",
    "hiddenunits": "hidden", "hiddenlayersizes": "hidden", "hiddensize": "hidden",
    "hiddensizes": "hidden", "activationfunction": "activation", "outputactivation": "output",
    "initializer": "init", "initialization": "init", "initialisation": "init",
    "weightinit": "init", "kernelinitializer": "init",
    "lossfunction": "loss", "lossfn": "loss", "criterion": "loss", "cost": "loss",
    "iterations": "steps", "updates": "steps", "maxiter": "steps",
    "solver": "optimizer", "optim": "optimizer",
    "validation": "holdout", "validationsplit": "holdout", "validationfraction": "holdout",
    "val": "holdout", "validationsize": "holdout", "testsize": "test", "testsplit": "test",
    "randomstate": "seed", "randomseed": "seed",
    "standardize": "scaling: standard", "normalize": "scaling: standard",
    "gradientclip": "clip", "clipnorm": "clip: {type: norm, max: …}",
    "clipgradnorm": "clip: {type: norm, max: …}", "maxgradnorm": "clip: {type: norm, max: …}",
    "clipvalue": "clip: {type: value, max: …}", "classweight": "class_weights",
    "lrate": "learning_rate", "rate": "learning_rate", "nodes": "hidden", "layersizes": "hidden",
    "act": "activation", "nonlinearity": "activation", "drop": "dropout", "dropoutrate": "dropout",
    "valsplit": "holdout", "gradclip": "clip", "lambda": "l2", "l2reg": "l2", "l1reg": "l1",
    "l2regularization": "l2",
    "l1regularization": "l1", "freeze": "frozen",
    "architecture": "hidden", "shape": "hidden",
    "scaler": "scaling: standard", "earlystop": "early_stopping: 20",
    "batchnormalization": "batch_norm", "gradientclipping": "clip",
    "regularizationrate": "l2", "weightpenalty": "l2",
  ]

  /// What to write for keys that no single key stands for.
  private static let ways: [String: String] = [
    "folds": folds, "kfold": folds, "kfolds": folds, "cv": folds,
    "nesterov": "Write 'optimizer: {name: nesterov, momentum: 0.9}'.",
    "alpha": "As the learning rate it is called 'learning_rate', as a penalty 'l2'.",
    "betas": "Write 'optimizer: {name: adam, beta1: 0.9, beta2: 0.999}'.",
    "epsilon": "Write 'optimizer: {name: adam, eps: 1.0e-8}'.",
    "rho": "Write 'optimizer: {name: rmsprop, alpha: 0.99}'.",
    "bias": biases, "biases": biases, "usebias": biases,
    "regularization": penalties, "regularizer": penalties, "penalty": penalties,
    "kernelregularizer": penalties,
  ]
  private static let biases =
    "Layers without biases are written out: 'layers: [{units: 4, biases: false}, {units: 1}]'."
  private static let folds = "Parts are made on the command line: 'downhill sweep FILE --folds 5'."
  private static let penalties = "Penalties are 'l2: 0.001' and 'l1: 0.001'."

  private static let names: [String: String] = [
    "henormal": "he", "heuniform": "he_uniform", "xaviernormal": "xavier",
    "glorot": "xavier", "glorotnormal": "xavier", "glorotuniform": "xavier_uniform",
    "kaiming": "he", "kaimingnormal": "he", "kaiminguniform": "he_uniform",
    "selu": "elu", "mnist": "digits", "swish": "silu", "logistic": "sigmoid", "identity": "linear",
    "none": "linear", "amsgrad": "adam", "gradientdescent": "sgd", "gd": "sgd", "squared": "mse",
    "quadratic": "mse", "learningrate": "lr", "eta": "lr",
    "l2": "mse", "l1": "mae", "nll": "cce", "categorical": "cce",
    "categoricalcrossentropy": "cce", "sparsecategoricalcrossentropy": "cce", "binary": "bce",
    "binarycrossentropy": "bce", "steplr": "step", "exponentiallr": "exponential",
    "cosineannealing": "cosine", "cosineannealinglr": "cosine", "linearlr": "linear",
    "type": "name", "epsilon": "eps", "rho": "alpha", "betas": "beta1: 0.9, beta2: 0.999",
    "minmax": "range", "minmaxscaler": "range", "zscore": "standard",
    "standardscaler": "standard", "standardize": "standard", "normalize": "standard",
    "makemoons": "moons", "makecircles": "circles", "makeblobs": "blobs",
  ]

  /// The name in a list that stands for a word of another tool, or several of them with values; nil where it has none.
  static func name(of word: String, among names: [String]) -> String? {
    self.names[plain(word)].flatMap { name in
      names.contains(String(name.prefix { $0 != ":" })) ? name : nil
    }
  }

  /// The key that does what a word of another tool does; nil for words that are not known.
  static func meaning(of word: String) -> String? {
    let plain = plain(word)
    if ["epoch", "epochs", "nepochs", "numepochs", "maxepochs"].contains(plain) {
      return
        "Give the length in updates, 'steps: 1000', or in epochs on the command line, '--epochs 100'."
    }
    return ways[plain] ?? keys[plain].map { "It is called '\($0)'." }
  }

  /// The key of an experiment that a word of another tool stands for, with what to write behind it where it takes one form;
  /// nil where it has none.
  static func key(of word: String) -> String? { keys[plain(word)] }

  private static func plain(_ word: String) -> String {
    word.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
