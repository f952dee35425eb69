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
    "lrate": "learning_rate", "rate": "learning_rate", "nodes": "hidden",
    "act": "activation", "nonlinearity": "activation", "drop": "dropout", "dropoutrate": "dropout",
    "valsplit": "holdout", "gradclip": "clip", "lambda": "l2", "l2reg": "l2", "l1reg": "l1",
    "l2regularization": "l2",
    "l1regularization": "l1", "freeze": "frozen",
    "shape": "hidden",
    "scaler": "scaling: standard", "earlystop": "early_stopping: {patience: 10}",
    "batchnormalization": "batch_norm", "gradientclipping": "clip",
    "regularizationrate": "l2", "weightpenalty": "l2",
    "label": "targets", "labels": "targets", "eta0": "learning_rate",
    "iters": "steps", "niter": "steps", "numsteps": "steps", "trainsteps": "steps",
    "maxsteps": "steps", "hiddendim": "hidden", "hiddendims": "hidden", "nhidden": "hidden",
    "objective": "loss", "manualseed": "seed", "rng": "seed", "torchseed": "seed",
    "valsize": "holdout", "valfraction": "holdout", "valid": "holdout", "dev": "holdout",
    "trainbatchsize": "batch_size", "reglambda": "l2", "lam": "l2",
    "clipgradvalue": "clip: {type: value, max: …}", "normalization": "scaling: standard",
    "preprocess": "scaling: standard", "preprocessing": "scaling: standard",
    "skipconnections": "residual", "initstd": "scale", "initscale": "scale",
    "niternochange": "early_stopping: {patience: 10}", "datapath": "data: {csv: …}",
    "traindata": "data", "posweight": "class_weights",
  ]

  /// What to write for keys that no single key stands for.
  private static let ways: [String: String] = [
    "folds": folds, "kfold": folds, "kfolds": folds, "cv": folds,
    "crossvalidation": folds, "outputs": outputs, "noutputs": outputs, "outputsize": outputs,
    "outputdim": outputs, "numclasses": outputs, "nclasses": outputs, "inputsize": outputs,
    "inputdim": outputs, "inputshape": outputs, "ninputs": outputs, "infeatures": outputs,
    "depth": layers, "numlayers": layers, "nlayers": layers, "width": layers, "network": layers,
    "model": layers, "architecture": layers, "layersizes": layers,
    "task": task, "type": task, "problem": task, "metric": metrics, "metrics": metrics,
    "evalmetric": metrics, "split": split, "train": split, "trainsize": split, "stratify": split,
    "device": device, "gpu": device, "dtype": device, "precision": device, "backend": device,
    "numworkers": device, "pinmemory": device, "amp": device, "verbose": device,
    "warmupsteps": warmup, "warmupepochs": warmup,
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
  private static let outputs =
    "How many inputs and outputs there are follows from the data; what outputs should be are 'targets'."
  private static let layers =
    "Layers are their units, without inputs and outputs: 'hidden: [8, 8]'."
  private static let task =
    "What is to be done follows from the loss: 'mse' for amounts, 'bce' for two classes, 'cce' for more."
  private static let metrics = "Loss, and accuracy or R², are always told: leave it out."
  private static let split =
    "Samples are kept apart by 'holdout: 0.2' and 'test: 0.2', classes in equal parts."
  private static let device = "Nothing here depends on it: leave it out."
  private static let warmup = "Write 'schedule: {name: warm_up, steps: 100}'."
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
    "label": "target", "labels": "target", "y": "target", "targetcolumn": "target",
    "labelcolumn": "target", "features": "inputs", "x": "inputs", "usecols": "inputs",
    "columns": "inputs", "nsamples": "samples", "numsamples": "samples", "n": "samples",
    "size": "samples", "centers": "classes", "nclasses": "classes", "fillna": "missing",
    "drop": "skip", "dropna": "skip", "logits": "linear", "regression": "linear",
    "heaviside": "step", "absoluteerror": "mae", "bcewithlogits": "bce",
    "binarycrossentropywithlogits": "bce", "squaredhinge": "hinge", "exp": "exponential",
    "ones": "constant", "truncatednormal": "normal", "twomoons": "moons", "sinus": "sine",
    "gaussian": "blobs", "concentric": "circles", "optimizer": "name", "classname": "name",
    "makemoons": "moons", "makecircles": "circles", "makeblobs": "blobs",
  ]

  /// What to do about keys of a table that are none.
  static func meaning(ofTableKey word: String) -> String? {
    switch plain(word) {
    case "drop", "exclude", "ignore", "dropcolumns", "without":
      "Name the inputs that stay, such as 'inputs: [height, width]'."
    case "sep", "separator", "delimiter", "encoding", "quotechar", "navalues":
      "It is found out: leave it out."
    case "train", "split", "testsize", "holdout", "test":
      "Samples are kept apart by 'holdout: 0.2' and 'test: 0.2' beside 'data'."
    default: nil
    }
  }

  /// Well-known data that does not come along, though its name may be near to one that does.
  static func isPublicData(_ word: String) -> Bool {
    [
      "iris", "wine", "winequality", "boston", "bostonhousing", "californiahousing", "housing",
      "breastcancer", "diabetes", "titanic", "penguins", "cifar", "cifar10", "fashionmnist",
      "adult",
      "abalone", "mpg", "autompg", "imdb", "swissroll",
    ].contains(plain(word))
  }

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
