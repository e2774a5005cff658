import LossLab
import LossScene

extension RunScene {
  /// The names of the classes at the rim of the plane.
  ///
  /// - Parameter inset: what no name may stand on.
  func names(_ panel: Panel, beside inset: Rectangle? = nil) -> [Scene.Item] {
    placedNames(panel, beside: inset).map { sign, box in
      nameLabel(sign.group, at: box.center, on: theme.tint(classes[sign.group[0]].color))
    }
  }

  /// Where each name stands.
  func placedNames(
    _ panel: Panel, beside inset: Rectangle?
  ) -> [(sign: NameSign, box: Rectangle)] {
    guard isUncrowded else { return [] }
    let dots = shown.map { panel.point($0) }
    var taken: [Rectangle] = inset.map { [$0] } ?? []
    return nameSigns.map { sign in
      let usual = sign.box(in: panel)
      // In a film a name that looks for room would jump.
      let isFree = inset.map { !$0.overlaps(usual.inset(by: -2)) } ?? true
      let places =
        (film != nil ? [usual] : sign.places(in: panel))
        + (isFree && film != nil || inset == nil ? [] : sign.besides(in: panel))
      var box =
        places.enumerated().map { rank, box in
          let near = box.inset(by: -2)
          let words = taken.filter {
            $0.x < near.maxX && near.x < $0.maxX && $0.y < near.maxY && near.y < $0.maxY
          }.count
          return (
            box: box,
            // On no words, however many samples are elsewhere.
            cost: 1_000_000 * words + 10 * dots.filter { near.contains($0) }.count + rank
          )
        }.min { $0.cost < $1.cost }?.box ?? usual
      // To the place that it found in the still picture it goes with all others.
      if let film { box = box.moved(to: usual, film.still.nameShifts[sign.group[0]], film.glide) }
      taken.append(box)
      return (sign, box)
    }
  }

  /// How far each class's name stands from its usual place, for the first of each group.
  func nameShifts(_ panel: Panel, beside inset: Rectangle?) -> [Point] {
    var shifts = classes.map { _ in Point.zero }
    for (sign, box) in placedNames(panel, beside: inset) {
      let usual = sign.box(in: panel)
      shifts[sign.group[0]] = Point(x: box.x - usual.x, y: box.y - usual.y)
    }
    return shifts
  }

  /// The names of `nameGroups`, measured.
  var nameSigns: [NameSign] {
    nameGroups.map { group in
      NameSign(
        group: group, width: name(group).width(size: theme.textSize, by: theme.measure),
        direction: classDirections[group[group.count / 2]])
    }
  }
}

/// Names of classes that stand at the rim of the frame, in their direction.
struct NameSign {
  let group: [Int]
  let width: Double
  let direction: Double

  /// Its place at the rim and, for a long name, above and below it.
  func places(in panel: Panel) -> [Rectangle] {
    let usual = box(in: panel)
    guard width >= 40 else { return [usual] }
    let inside = panel.frame.inset(by: 4)
    return [0.0, -15, 15, -27, 27, -40, 40].map { shift in
      var box = usual
      box.y = min(inside.maxY - box.height, max(inside.y, box.y + shift))
      return box
    }
  }

  /// Places along the rim on both sides of its own, the nearest first, then from the rim inwards.
  func besides(in panel: Panel) -> [Rectangle] {
    stride(from: 0.04, through: 0.44, by: 0.04).flatMap { turn in
      [turn, -turn].map { box(in: panel, direction: direction + $0) }
    }
      + stride(from: 0.9, through: 0.3, by: -0.05).flatMap { share in
        [0, 0.12, -0.12, 0.24, -0.24, 0.36, -0.36].map { turn in
          var box = box(in: panel, direction: direction + turn)
          let center = panel.frame.center
          box.x = center.x + share * (box.midX - center.x) - box.width / 2
          box.y = center.y + share * (box.midY - center.y) - box.height / 2
          return box
        }
      }
  }

  func box(in panel: Panel) -> Rectangle { box(in: panel, direction: direction) }

  private func box(in panel: Panel, direction: Double) -> Rectangle {
    let toward = Point(angle: direction)
    let reach = min(
      (panel.frame.width / 2 - width / 2 - 7) / max(abs(toward.x), 1e-9),
      (panel.frame.height / 2 - 13) / max(abs(toward.y), 1e-9))
    let center = scenePoint(from: panel.frame.center, angle: direction, radius: reach)
    return Rectangle(x: center.x - width / 2, y: center.y - 6, width: width, height: 12)
  }
}

extension Rectangle {
  /// A share of the way to where `shift` leads from `other`.
  fileprivate func moved(to other: Rectangle, _ shift: Point, _ share: Double) -> Rectangle {
    var moved = self
    moved.x += (other.x + shift.x - x) * share
    moved.y += (other.y + shift.y - y) * share
    return moved
  }
}
