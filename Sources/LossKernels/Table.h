// The last lines of a path: its table.
const LossPathTable NAME(loss) = {
  NAME(multiply), NAME(copy), NAME(pack), NAME(packTransposed), NAME(rectify),
  NAME(rectifyBackward), NAME(pool), NAME(poolBackward), NAME(sumRows), NAME(sumOfSquares),
  NAME(sgd), NAME(adam), NAME(readBytes), NAME(crossEntropy), NAME(multiplyWide)};
