import NeuralNetwork
import Synchronization
import TerminalCanvas
import Testing

@testable import TutorApp

/// The plane of two parameters: which they are, the way over it, and the stretch that holds the way.
@Suite struct PlaneWayTests {
  private func plane(_ run: Run) throws -> PlaneParameters {
    try #require(PlaneParameters(run.network, selected: nil))
  }

  /// Every place of a way, worked out from the beginning.
  private func places(_ run: Run, _ plane: PlaneParameters) -> [PlanePath.Place] {
    (0...run.position.update).map { update in
      var run = run
      run.seek(to: Position(update: update))
      return plane.place(of: run.network)
    }
  }

  // MARK: - The parameters

  @Test func theFirstTwoOfAUnitAreUsual() throws {
    let valley = try plane(Run(Samples.valley))
    #expect(valley.x == .weight(layer: 1, unit: 1, input: 1))
    #expect(valley.y == .weight(layer: 1, unit: 1, input: 2))
    let chain = try plane(Run(Samples.twoNeurons))
    #expect(chain.y == .bias(layer: 1, unit: 1))
    #expect(PlaneParameters(try Run(Samples.line).network, selected: nil) == nil)
  }

  /// A selected parameter goes up, unless it is the one to the right or belongs to another network.
  @Test func theSelectedOneGoesUp() throws {
    let network = try Run(Samples.twoNeurons).network
    for index in network.parameterIndices {
      let plane = try #require(PlaneParameters(network, selected: index))
      #expect(plane.y == (index == plane.x ? .bias(layer: 1, unit: 1) : index))
    }
    let stranger = ParameterIndex.weight(layer: 7, unit: 1, input: 1)
    #expect(PlaneParameters(network, selected: stranger)?.y == .bias(layer: 1, unit: 1))
    #expect(try !plane(Run(Samples.xor)).belong(to: Run(Samples.line)))
  }

  // MARK: - The way

  @Test(arguments: [0, 1, 7]) func aWayHasEveryPlace(updates: Int) throws {
    var run = try Run(Samples.valley)
    run.train(updates: updates)
    let plane = try plane(run)
    #expect(PlaneWay(of: run, plane).places == places(run, plane))
  }

  /// Ahead, back, ahead again and another way: following is the same as walking anew.
  @Test func followingIsWalkingAnew() throws {
    var run = try Run(Samples.valley)
    let plane = try plane(run)
    var way = PlaneWay(of: run, plane)
    for update in [3, 9, 4, 0, 6, 5, 12] {
      run.seek(to: Position(update: update))
      way = way.following(run, plane)
      #expect(way.places == places(run, plane), "update \(update)")
    }
    run.seek(to: Position(update: 4))
    run.apply(.learningRate(0.001))
    run.train(updates: 4)
    way = way.following(run, plane)
    #expect(way.places == places(run, plane), "another rate from update 4 on")
    let other = try #require(PlaneParameters(run.network, selected: plane.x))
    #expect(way.following(run, other).places == places(run, other))
  }

  /// A run that diverges leaves finite places behind, and its way ends.
  @Test func aLostWayEnds() throws {
    var experiment = Samples.valley
    experiment.optimizer = Optimizer(.sgd, learningRate: 1e9)
    var run = try Run(experiment)
    run.train(updates: 1000)
    let way = try PlaneWay(of: run, plane(run))
    #expect(run.divergence != nil && way.places.count == run.position.update + 1)
    #expect(way.places.allSatisfy { $0.x.isFinite && $0.y.isFinite })
  }

  /// A run that remembers its way is not walked again, and its way is the same.
  @Test func aRememberedWayIsTheSame() throws {
    var (run, plain) = (try Run(Samples.valley), try Run(Samples.valley))
    run.observe(.trail)
    let plane = try plane(run)
    for update in [0, 1, 40, 7, 500] {
      run.seek(to: Position(update: update))
      plain.seek(to: Position(update: update))
      #expect(PlaneWay(of: run, plane).places == PlaneWay(of: plain, plane).places)
    }
  }

  /// However long a run trains, its way is drawn from a few thousand places.
  @Test func aLongWayHasFewPlaces() throws {
    var run = try Run(Samples.valley)
    run.observe(.trail)
    run.train(updates: 50_000)
    let plane = try plane(run)
    let places = PlaneWay(of: run, plane).places
    #expect(places.count < 3000)
    #expect(places.last == plane.place(of: run.network))
  }

  // MARK: - The stretch

  /// The lowest place of the valley, (1, 0.4), is in the middle, and the way is inside; walking on moves nothing.
  @Test func theValleyIsInTheMiddle() throws {
    var run = try Run(Samples.valley)
    let plane = try plane(run)
    let first = PlaneRange(plane, run, holding: [PlaneWay(of: run, plane).places])
    run.train(updates: 30)
    let places = PlaneWay(of: run, plane).places
    let range = PlaneRange(plane, run, holding: [places])
    for (axis, center) in [(range.x, 1.0), (range.y, 0.4)] {
      #expect(abs((axis.lower + axis.upper) / 2 - center) < 1e-6)
    }
    #expect(places.allSatisfy { (range.x.lower...range.x.upper).contains($0.x) })
    #expect(places.allSatisfy { (range.y.lower...range.y.upper).contains($0.y) })
    #expect(abs(first.x.upper - range.x.upper) < 1e-6 && abs(first.y.upper - range.y.upper) < 1e-6)
  }

  /// A bowl that is as steep to every side is drawn round, although its lowest place is much farther up than across.
  @Test func aRoundBowlHasEqualUnits() throws {
    var experiment = Samples.line
    experiment.data = .explicit(
      inputs: [[-1], [1]], targets: [[22], [28]])
    experiment.layers[0].hasBiases = true
    experiment.layers[0].explicit = ExplicitParameters(weights: [[0]], biases: [0])
    let run = try Run(experiment)
    let plane = try plane(run)
    let range = PlaneRange(plane, run, holding: [[plane.place(of: run.network)]])
    let rect = Rect(x: 0, y: 0, width: 60, height: 20)
    let (x, y) = range.axes(in: rect)
    let plot = ScatterPlot.plot(in: rect, x: x, y: y)
    let across = (x.upper - x.lower) / Double(plot.width)
    let down = (y.upper - y.lower) / Double(2 * plot.height)
    #expect(abs(across / down - 1) < 0.25, "\(across) \(down)")
  }

  // MARK: - What is kept

  /// What a picture has worked out is worked out again only for other weights, another place or another run.
  @Test func picturesAreWorkedOutOnce() throws {
    let cache = PictureCache()
    let made = Mutex(0)
    var run = try Run(Samples.xor)
    func value(_ name: String, run index: Int = 0, width: Int = 3) -> Int {
      let key = PictureCache.Key(
        name: name, run: index, size: Size(width: width, height: 2), axes: [])
      return cache.value(for: key, of: run.network) {
        made.withLock { $0 += 1 }
        return made.withLock { $0 }
      }
    }
    #expect([value("a"), value("a"), value("b"), value("a")] == [1, 1, 2, 1])
    #expect([value("a", run: 1), value("a", width: 4), value("a")] == [3, 4, 1])
    run.train(updates: 1)
    #expect([value("a"), value("a")] == [5, 5])
    run.seek(to: Position(update: 0))
    #expect(value("a") == 6, "only the last network of a picture is kept")
    for index in 0..<60 { _ = value("\(index)") }
    #expect(value("b") > 60, "only so many are kept")
  }
}
