// Who draws gets the scene with it.
@_exported import LossScene
