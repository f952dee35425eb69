import NeuralNetwork

extension ExperimentField {
  static let data = ExperimentField(
    "data",
    .either([
      .choice(NamedDataset.names),
      .named(NamedDataset.all.map { .init($0.name, $0.settings.map { .init($0) }) }),
      .group(DataParser.fileSettings), .word,
    ]),
    summary: "where the samples come from",
    help:
      "A name (\(list(NamedDataset.names))), or `{name: moons, samples: 200, noise: 0.1}`. "
      + owners(of: \NamedDataset.settings) + ". `digits` are 1797 handwritten "
      + "ones of 8x8 pixels, `insects` are 150 of three kinds by height and weight; both come with the program. `my.csv`, or `{csv: my.csv, inputs: [height, width], target: kind}`, is a file "
      + "beside this one: by default the last column is the target and all others are inputs; words become classes, or an "
      + "input each. `header: false` says that the first line is data, `missing: mean` fills gaps with the mean of the training rows (otherwise rows with gaps "
      + "are left out), `decimal: comma` reads 1,5, and `inputs: [row]` counts the rows",
    usual: "it must be given, or `inputs` and `targets`",
    examples: ["moons", "{name: moons, samples: 20, noise: 0.2}", "{name: blobs, classes: 3}"],
    parts: [.data],
    read: { value, reading in
      guard let data = DataParser(source: reading.source, demand: reading.demand).data(value)
      else { return }
      (reading.experiment.data, reading.given) = (data.recipe, data)
    },
    write: { experiment in
      guard case .named(let name, let options) = experiment.data else { return nil }
      return DataParser.node(name, options)
    }, absence: { _ in "written out" })
}
