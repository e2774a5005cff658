extension Sequence {
  /// Those of one key together, in the order in which the keys come first.
  package func grouped<Key: Equatable>(
    by key: (Element) -> Key
  ) -> [(key: Key, members: [Element])] {
    reduce(into: []) { groups, member in
      let key = key(member)
      if let place = groups.firstIndex(where: { $0.key == key }) {
        groups[place].members.append(member)
      } else {
        groups.append((key, [member]))
      }
    }
  }
}
