// The last lines of a path: its table.
#define KERNEL(Result, Name, name, parameters, arguments) NAME(name),
const LossPathTable NAME(loss) = {
#include "KernelList.h"
};
