/// Linear logits of many classes, sorted so that the largest at a point is found without looking at
/// all of them.
struct LogitTree {
  private let forms: [LinearForm]
  /// The classes, those of a node side by side.
  private var order: [Int]
  /// Each node before its two children, the left one next to it.
  private var nodes: [Node] = []

  /// The classes at `range` of `order`, and the box around their coefficients.
  private struct Node {
    let range: Range<Int>
    /// Place of the right child; 0 for a leaf.
    var right = 0
    var least: LinearForm
    var most: LinearForm
  }

  private static let leafSize = 4

  /// - Precondition: `forms` is not empty.
  init(_ forms: [LinearForm]) {
    self.forms = forms
    order = Array(forms.indices)
    build(forms.indices)
  }

  private mutating func build(_ range: Range<Int>) {
    let own = order[range].map { forms[$0] }
    func span(_ value: (LinearForm) -> Double) -> (least: Double, most: Double) {
      own.reduce((.infinity, -.infinity)) { (min($0.0, value($1)), max($0.1, value($1))) }
    }
    let (x, y, bias) = (span { $0.x }, span { $0.y }, span { $0.bias })
    let place = nodes.count
    nodes.append(
      Node(
        range: range, least: LinearForm(x: x.least, y: y.least, bias: bias.least),
        most: LinearForm(x: x.most, y: y.most, bias: bias.most)))
    guard range.count > LogitTree.leafSize else { return }
    let widths = [x.most - x.least, y.most - y.least, bias.most - bias.least]
    let widest = widths.indices.max { widths[$0] < widths[$1] } ?? 0
    func key(_ index: Int) -> Double {
      widest == 0 ? forms[index].x : widest == 1 ? forms[index].y : forms[index].bias
    }
    let sorted = order[range].sorted { key($0) != key($1) ? key($0) < key($1) : $0 < $1 }
    order.replaceSubrange(range, with: sorted)
    let middle = range.lowerBound + range.count / 2
    build(range.lowerBound..<middle)
    nodes[place].right = nodes.count
    build(middle..<range.upperBound)
  }

  /// The class with the largest logit at a point; the first of equals.
  func winner(at point: Point) -> Int {
    var best = 0
    var bestValue = -Double.infinity
    search(0, at: point, &best, &bestValue)
    return best
  }

  private func search(_ place: Int, at point: Point, _ best: inout Int, _ bestValue: inout Double) {
    let node = nodes[place]
    guard bound(node, at: point) >= bestValue else { return }
    guard node.right > 0 else {
      for index in order[node.range] {
        let value = forms[index].value(at: point)
        if value > bestValue || (value == bestValue && index < best) {
          (best, bestValue) = (index, value)
        }
      }
      return
    }
    let (left, right) = (place + 1, node.right)
    let leftFirst = bound(nodes[left], at: point) >= bound(nodes[right], at: point)
    search(leftFirst ? left : right, at: point, &best, &bestValue)
    search(leftFirst ? right : left, at: point, &best, &bestValue)
  }

  /// No logit of the node is larger.
  private func bound(_ node: Node, at point: Point) -> Double {
    max(node.least.x * point.x, node.most.x * point.x)
      + max(node.least.y * point.y, node.most.y * point.y) + node.most.bias
  }
}

extension LinearForm {
  func value(at point: Point) -> Double { x * point.x + y * point.y + bias }
}
