// Whoever imports LossPlot has all of it: numbers, scenes, files, trainings and figures.
@_exported import LossFigures
@_exported import LossRender
@_exported import LossSystem
