// A figure is trained and drawn: who makes one gets runs and scenes with it.
@_exported import LossRuns
@_exported import LossScene
