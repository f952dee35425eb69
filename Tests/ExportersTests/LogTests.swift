import Foundation
import NeuralNetwork
import TestProject
import Testing

@testable import Exporters

/// The logs of a run.
@Suite struct LogTests {
  private static let text =
    "data: {name: moons, samples: 20}\nhidden: [4]\nbatch_size: 6\nholdout: 0.2"
  private let run: ExportedRun

  init() throws { run = try Samples.run(Self.text) }

  @Test func rowsHaveTheLossesOfTheRun() throws {
    let text = String(decoding: try Exporter.csv.write(run), as: UTF8.self)
    let rows = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let column = try #require(rows[0].firstIndex(of: "batch_loss"))
    #expect(rows.dropFirst().map { Double($0[column]) } == (try Samples.losses(run)))
    let heldOut = try #require(rows[0].firstIndex(of: "heldout_loss"))
    // 16 samples are learned from: three batches an epoch.
    #expect(rows.dropFirst().map { !$0[heldOut].isEmpty }.prefix(4) == [true, false, false, true])
  }

  @Test func linesAreObjects() throws {
    let text = String(decoding: try Exporter.jsonLines.write(run), as: UTF8.self)
    let objects = try text.split(separator: "\n").map {
      try JSONDecoder().decode([String: Double].self, from: Data($0.utf8))
    }
    #expect(objects.map { $0["batch_loss"] } == (try Samples.losses(run)))
    #expect(objects.map { $0["step"] } == (0..<10).map(Double.init))
  }

  @Test(Python.has("tensorboard")) func eventsAreReadByTensorBoard() throws {
    let folder = try TestProject.temporaryFolder()
    let path = URL(fileURLWithPath: folder + "/events.out.tfevents.1")
    try Data(Exporter.tensorBoard.write(run)).write(to: path)
    let printed = try Python.run(
      """
      import sys
      from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
      events = EventAccumulator(sys.argv[1])
      events.Reload()
      for event in events.Scalars("batch_loss"):
          print(event.step, event.value)
      """, [folder])
    let lines = printed.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(lines.map { Int($0[0]) } == Array(0..<10))
    #expect(
      lines.map { Double($0[1]).map { Float($0) } } == (try Samples.losses(run)).map { Float($0) })
  }
}
