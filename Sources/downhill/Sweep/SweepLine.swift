import Experiments
import NeuralNetwork
import Platform

/// One run of a sweep as a line of JSON, which says all that is needed to put it beside the others.
struct SweepLine: Decodable {
  /// What all lines of one sweep have in common.
  let sweep: String
  /// Which run it is, from 1, and of how many.
  let run, of: Int
  /// How many runs each combination has.
  let seeds: Int
  let settings: [String]
  let seed: UInt64
  let fold: Int?
  private let loss, data_loss: Figure
  private let accuracy, heldout_loss, heldout_accuracy: Figure?
  private let success: Bool?
  private let first_epoch: Int?

  /// A number, or the name of one that JSON has no form for.
  private struct Figure: Decodable {
    let value: Double

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        value = number
      } else if let number = Double(try container.decode(String.self)) {
        value = number
      } else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "no number")
      }
    }
  }

  /// What came of it.
  var trial: Trial {
    Trial(
      loss: loss.value, dataLoss: data_loss.value, accuracy: accuracy?.value,
      heldOutLoss: heldout_loss?.value, heldOutAccuracy: heldout_accuracy?.value,
      isSuccess: success, firstEpoch: first_epoch)
  }

  /// How every line begins.
  static let beginning = "{\"sweep\":"

  /// The line of a run.
  static func text(_ place: Int, of plan: SweepPlan, digest: String, _ trial: Trial) -> String {
    let seed = plan.seed(of: place)
    let settings = plan.cells[plan.cell(of: place)].map { JSONText.string($0.description) }
    let object = JSONText.object(
      [
        ("sweep", JSONText.string(digest)), ("run", "\(place + 1)"), ("of", "\(plan.count)"),
        ("seeds", "\(plan.seeds.count)"), ("settings", JSONText.array(settings)),
        ("seed", "\(seed.seed)"), ("fold", seed.fold.map { "\($0)" } ?? "null"),
      ] + SweepTable.members(of: trial, number: number))
    return object.dropLast() + Self.check(of: object.dropLast().utf8) + "\n"
  }

  /// What ends a line: a digest of all before it, by which a changed line is known.
  private static func check(of bytes: some Sequence<UInt8>) -> String {
    var digest = Digest()
    digest.add(bytes)
    return ",\"check\":\"\(digest.name)\"}"
  }

  /// Whether a line is as it was written.
  static func isWhole(_ line: Data) -> Bool {
    let content = line.dropLast(checkLength)
    return line.suffix(checkLength).elementsEqual(check(of: content).utf8)
  }

  private static let checkLength = check(of: []).utf8.count

  private static func number(_ value: Double?) -> String {
    value.map { $0.isFinite ? "\($0)" : "\"\($0)\"" } ?? "null"
  }
}
