import NeuralNetwork

extension ExperimentField {
  static let inputNames = ExperimentField(
    "input_names", .list(.word), summary: "what the inputs are called",
    help: "What the columns of `inputs` are called: `[height, width]`; a file brings its own",
    usual: "x₁, x₂, …", examples: ["[height, width]"],
    excludes: ["data": "a data set names its own inputs"],
    read: { value, reading in
      reading.inputNames = value.differingNames(
        count: reading.experiment.data.written?.inputs.first?.count, of: "input")
    },
    write: { _ in nil })

  static let classNames = ExperimentField(
    "class_names", .list(.word), summary: "what the classes are called",
    help:
      "What the classes of `targets` are called, from class 0 on: `[ring, dot]`; a file brings its own",
    usual: "their numbers", examples: ["[ring, dot]"],
    excludes: ["data": "a data set names its own classes"],
    read: { value, reading in
      let columns = reading.experiment.data.written?.targets.first?.count
      reading.classNames = value.differingNames(count: columns.map { max(2, $0) }, of: "class")
    },
    write: { _ in nil })
}

extension YAMLValue {
  /// A name for each of some things, of which no two are alike; nil after a complaint.
  fileprivate func differingNames(count: Int?, of thing: String) -> [String]? {
    let names: [String]? = list("a list of names, one for each \(thing)") {
      $0.text(of: "a name", limit: 200)
    }
    guard let names else { return nil }
    if let count, names.count != count {
      return reject(
        "Expected a name for each \(thing), which makes \(count), but found \(names.count).")
    }
    guard Set(names).count == names.count else { return reject("Two of the names are alike.") }
    return names
  }
}
