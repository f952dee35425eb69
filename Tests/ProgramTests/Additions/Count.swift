import ArgumentParser
import Experiments
import NeuralNetwork
import Platform

@testable import downhill

/// The command count: how many parameters a network has.
struct Count: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Count the parameters of a network.")
  @Argument(help: InputFile.help) var file: InputFile

  func run() throws {
    let network = try Run(file.experimentFile().experiment).network
    Output.write("\(network.parameterCount)\n")
  }
}
