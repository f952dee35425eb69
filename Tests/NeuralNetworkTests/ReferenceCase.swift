import Foundation
import NeuralNetwork

/// One file of reference vectors: a small training run and every number it must produce.
struct ReferenceCase: Sendable, CustomStringConvertible {
  let description: String
  let experiment: Experiment
  let expected: JSONValue
  let relativeTolerance: Double
  let absoluteTolerance: Double

  /// All files, in order.
  static let all: [ReferenceCase] = {
    let folder = Bundle.module.bundleURL.appendingPathComponent("Cases")
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "json" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .compactMap { try? ReferenceCase(contentsOf: $0) }
  }()

  static func named(_ name: String) throws -> ReferenceCase {
    guard let found = all.first(where: { $0.description.hasSuffix(name) }) else {
      throw ReferenceCaseError(what: "no case named \(name)")
    }
    return found
  }

  init(contentsOf file: URL) throws {
    let json = try JSON(JSONSerialization.jsonObject(with: Data(contentsOf: file)))
    description = file.deletingPathExtension().lastPathComponent
    experiment = try Experiment(spec: json["spec"])
    expected = json["expected"].trace
    relativeTolerance = try json["tolerance"]["rtol"].number
    absoluteTolerance = try json["tolerance"]["atol"].number
  }
}

struct ReferenceCaseError: Error {
  let what: String
}

/// A decoded JSON value.
struct JSON {
  let value: Any?

  init(_ value: Any?) { self.value = value }

  subscript(key: String) -> JSON { JSON((value as? [String: Any])?[key]) }

  var exists: Bool { value != nil }
  var list: [JSON] { (value as? [Any] ?? []).map(JSON.init) }
  var string: String { value as? String ?? "" }
  var number: Double {
    get throws {
      guard let number = value as? NSNumber else { throw ReferenceCaseError(what: "not a number") }
      return number.doubleValue
    }
  }
  var numbers: [Double] { get throws { try list.map { try $0.number } } }
  var rows: [[Double]] { get throws { try list.map { try $0.numbers } } }

  func number(or other: Double) throws -> Double { exists ? try number : other }

  var trace: JSONValue {
    if let list = value as? [Any] { return .array(list.map { JSON($0).trace }) }
    if let object = value as? [String: Any] {
      return .object(object.keys.sorted().map { .init(key: $0, value: self[$0].trace) })
    }
    return .number((value as? NSNumber)?.doubleValue ?? .nan)
  }
}

extension Experiment {
  init(spec: JSON) throws {
    let layers = try spec["layers"].list.map { try LayerRecipe(spec: $0) }
    guard let loss = Loss(named: spec["loss"].string) else {
      throw ReferenceCaseError(what: "loss \(spec["loss"].string)")
    }
    try self.init(
      data: .explicit(
        inputs: spec["inputs"].rows,
        targets: Experiment.targets(spec["targets"], classes: layers.last?.units ?? 0)),
      layers: layers, loss: loss, optimizer: Optimizer(spec: spec["optimizer"]),
      schedule: Schedule(spec: spec["schedule"]), l1: spec["l1"].number(or: 0),
      l2: spec["l2"].number(or: 0), clipping: Clipping(spec: spec["clip"]),
      batches: spec["batches"].exists
        ? .explicit(spec["batches"].rows.map { $0.map { Int($0) } }) : .full,
      steps: Int(spec["steps"].number), recordedSteps: spec["record_steps"].numbers.map { Int($0) })
  }

  /// Rows as they are, or class indices written out as one column a class.
  private static func targets(_ spec: JSON, classes: Int) throws -> [[Double]] {
    guard spec.list.first?.value is NSNumber else { return try spec.rows }
    return try spec.numbers.map { label in (0..<classes).map { Double($0) == label ? 1 : 0 } }
  }
}

extension LayerRecipe {
  init(spec: JSON) throws {
    let weights = try spec["weights"].rows
    guard let activation = Activation(named: spec["activation"].string) else {
      throw ReferenceCaseError(what: "activation \(spec["activation"].string)")
    }
    let norm = spec["batch_norm"]
    let dropout = spec["dropout"]
    try self.init(
      units: weights.count, activation: activation, slope: spec["slope"].number(or: 0.01),
      explicit: ExplicitParameters(
        weights: weights, biases: spec["biases"].exists ? spec["biases"].numbers : nil),
      batchNorm: norm.exists
        ? BatchNormRecipe(
          gamma: norm["gamma"].numbers, beta: norm["beta"].numbers,
          epsilon: norm["eps"].number(or: 1e-5)) : nil,
      isResidual: spec["residual"].exists,
      dropout: dropout.exists
        ? DropoutRecipe(
          rate: dropout["rate"].number, masks: dropout["masks"].list.map { try $0.rows })
        : nil)
  }
}

extension Optimizer {
  init(spec: JSON) throws {
    guard let rule = Rule(named: spec["name"].string) else {
      throw ReferenceCaseError(what: "optimizer \(spec["name"].string)")
    }
    try self.init(rule, learningRate: spec["lr"].number)
    momentum = try spec["momentum"].number(or: momentum)
    alpha = try spec["alpha"].number(or: alpha)
    beta1 = try spec["beta1"].number(or: beta1)
    beta2 = try spec["beta2"].number(or: beta2)
    epsilon = try spec["eps"].number(or: epsilon)
    weightDecay = try spec["weight_decay"].number(or: weightDecay)
    isCentered = spec["centered"].exists
    learningRateDecay = try spec["lr_decay"].number(or: 0)
    initialAccumulator = try spec["initial_accumulator"].number(or: 0)
  }
}

extension Schedule {
  init(spec: JSON) throws {
    switch spec["name"].string {
    case "step":
      self = try .step(size: Int(spec["step_size"].number), gamma: spec["gamma"].number)
    case "exponential": self = try .exponential(gamma: spec["gamma"].number)
    case "cosine":
      self = try .cosine(minimum: spec["lr_min"].number, steps: Int(spec["t_max"].number))
    default: self = .constant
    }
  }
}

extension Clipping {
  init?(spec: JSON) throws {
    switch spec["type"].string {
    case "norm": self = try .norm(spec["max"].number)
    case "value": self = try .value(spec["max"].number)
    default: return nil
    }
  }
}
