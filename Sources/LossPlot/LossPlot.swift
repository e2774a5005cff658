// Whoever imports LossPlot has the numbers, too.
@_exported import LossLab
