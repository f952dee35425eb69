import NeuralNetwork
import TerminalCanvas

/// A row a sample: its inputs, what every unit of a small network puts out, its target and its loss.
///
/// The samples of the batch; where that is a single one of a few, all of the data, whose losses no step has.
struct SampleRows {
  private let model: Model
  private let isOfBatch: Bool
  private let samples: [Int]

  private static let mostOfData = 8

  var count: Int { samples.count }

  /// Nil where the step has one sample, and the data one or many.
  init?(_ model: Model) {
    let (step, data) = (model.run.step, model.run.dataset)
    isOfBatch = step.sampleCount > 1
    self.model = model
    guard isOfBatch || (2...Self.mostOfData).contains(data.count) else { return nil }
    samples = isOfBatch ? step.sampleIndices : Array(0..<data.count)
  }

  /// What each layer puts out, the inputs first.
  private var activations: [Matrix] {
    let (step, inputs) = (model.run.step, model.run.dataset.inputs)
    return isOfBatch
      ? (0...step.network.depth).map { step.activations(layer: $0) }
      : [inputs] + model.run.network.activations(for: inputs)
  }

  func draw(_ picture: NetworkPicture, in rect: Rect, on canvas: inout Canvas) {
    guard rect.height > 2 else { return }
    let title = isOfBatch ? "each sample of the batch" : "each sample"
    canvas.titledRule(rect, title: StyledText(title, .muted))
    let selected = samples.firstIndex(of: model.pinnedSample)
    let visible = TextTable.rowsInReach(around: selected, of: count, height: rect.height)
    let activations = activations
    let rows = samples.indices.map { visible.contains($0) ? row($0, activations) : [] }
    TextTable(columns(picture), rows: rows, selected: selected)
      .draw(in: rect.inset(left: 1, top: 1), on: &canvas)
  }

  private func row(_ row: Int, _ activations: [Matrix]) -> [StyledText] {
    let phase = model.run.position.phase
    let values = activations.enumerated().flatMap { layer, values in
      values.row(row).map { layer == 0 || phase >= .forward(layer: layer) ? $0 : nil }
    }
    let targets = model.run.dataset.targets.row(samples[row]).map { compact($0) }
    let loss = isOfBatch && phase >= .loss ? model.run.step.dataLoss(ofRow: row) : nil
    return [StyledText("\(samples[row] + 1)")] + values.map { NetworkNotes.known($0) }
      + [StyledText(targets.joined(separator: " "))] + (isOfBatch ? [NetworkNotes.known(loss)] : [])
  }

  private func columns(_ picture: NetworkPicture) -> [TableColumn] {
    func column(_ title: String, _ priority: Int) -> TableColumn {
      TableColumn(title, alignment: .trailing, priority: priority)
    }
    let units = picture.network.shape.enumerated().flatMap { layer, count in
      (1...max(1, count)).map { unit in
        let input = count == 1 ? "x" : "x" + subscripted(unit)
        let title = layer == 0 ? input : picture.network.symbol("a", layer: layer, unit: unit)
        return column(title, 1 + layer)
      }
    }
    return [column("sample", 99)] + units + [column("T", 98)]
      + (isOfBatch ? [column("E", 97)] : [])
  }
}
