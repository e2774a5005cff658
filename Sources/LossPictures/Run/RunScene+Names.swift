import LossScene

extension RunScene {
  /// The names of the classes at the rim of the plane.
  ///
  /// - Parameter inset: what no name may stand on.
  func names(_ panel: Panel, beside inset: Rectangle? = nil) -> [Scene.Item] {
    namePlaces(panel, beside: inset).map { sign, box in
      nameLabel(sign.group, at: box.center, on: theme.tint(classes[sign.group[0]].color))
    }
  }

  /// How far from its usual place at the rim each class's name stands.
  func nameShifts(_ panel: Panel, beside inset: Rectangle?) -> [Point] {
    var shifts = classes.map { _ in Point.zero }
    for (sign, box) in namePlaces(panel, beside: inset) {
      let usual = sign.box(in: panel)
      for index in sign.group { shifts[index] = box.center - usual.center }
    }
    return shifts
  }

  private func namePlaces(
    _ panel: Panel, beside inset: Rectangle?
  ) -> [(sign: NameSign, box: Rectangle)] {
    guard isUncrowded else { return [] }
    let dots = shown.map { panel.point($0) }
    var taken: [Rectangle] = inset.map { [$0] } ?? []
    return nameSigns.map { sign in
      let usual = usualPlace(of: sign, in: panel)
      // In a film a name that looks for room would jump.
      let isFree = inset.map { !$0.overlaps(usual.inset(by: -2)) } ?? true
      let places =
        (film != nil ? [usual] : sign.places(in: panel) + farPlaces(sign, in: panel))
        + (isFree && film != nil || inset == nil ? [] : sign.besides(in: panel))
      let box =
        places.enumerated().map { rank, box in
          let near = box.inset(by: -2)
          let words = taken.filter { $0.overlaps(near) }.count
          // A dot reaches as far beyond its middle.
          let covering = box.inset(by: -4.5)
          return (
            box: box,
            // On no words, however many samples are elsewhere.
            cost: 1_000_000 * words + 10 * dots.filter { covering.contains($0) }.count + rank
          )
        }.min { $0.cost < $1.cost }?.box ?? usual
      taken.append(box)
      return (sign, box)
    }
  }

  /// At the rim, or in a film as far from there as in the still picture.
  private func usualPlace(of sign: NameSign, in panel: Panel) -> Rectangle {
    var box = sign.box(in: panel)
    guard let shifts = film?.still.nameShifts, let first = sign.group.first else { return box }
    let inside = panel.frame.inset(by: 4)
    box.x = min(inside.maxX - box.width, max(inside.x, box.x + shifts[first].x))
    box.y = min(inside.maxY - box.height, max(inside.y, box.y + shifts[first].y))
    return box
  }

  /// Where all places near the rim are taken by samples, farther ones beside the class: those that
  /// no other class is nearer to.
  private func farPlaces(_ sign: NameSign, in panel: Panel) -> [Rectangle] {
    let directions = classDirections
    return sign.farPlaces(in: panel).filter { box in
      let out = box.center - panel.frame.center
      let angle = atan2(-out.y, out.x)
      let nearest = directions.indices.min {
        abs(signedTurn(directions[$0] - angle)) < abs(signedTurn(directions[$1] - angle))
      }
      return nearest.map { sign.group.contains($0) } ?? true
    }
  }

  /// The names of `nameGroups`, measured.
  var nameSigns: [NameSign] {
    nameGroups.map { group in
      NameSign(
        group: group, width: name(group).width(size: nameSize, by: theme.measure),
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
    guard width >= 40 else { return [box(in: panel)] }
    return places(in: panel, shifts: [0, -15, 15, -27, 27, -40, 40])
  }

  /// Still farther above and below.
  func farPlaces(in panel: Panel) -> [Rectangle] {
    guard width >= 40 else { return [] }
    return places(in: panel, shifts: [-54, 54, -68, 68, -84, 84])
  }

  private func places(in panel: Panel, shifts: [Double]) -> [Rectangle] {
    let usual = box(in: panel)
    let inside = panel.frame.inset(by: 4)
    return shifts.map { shift in
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
