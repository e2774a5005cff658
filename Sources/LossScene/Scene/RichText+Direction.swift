extension RichText {
  /// See `String.keepingListOrder`.
  package var keepingListOrder: RichText {
    var copy = self
    for index in copy.spans.indices {
      copy.spans[index].text = copy.spans[index].text.keepingListOrder
    }
    return copy
  }
}
