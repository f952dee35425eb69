import ArgumentParser

@main
struct Downhill: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Learn how neural networks learn, one keypress at a time.", version: "0.1.0")
}
