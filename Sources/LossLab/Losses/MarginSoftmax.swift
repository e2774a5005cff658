/// Placeholder for the shared core of the margin losses.
public struct MarginSoftmax: Sendable {}
