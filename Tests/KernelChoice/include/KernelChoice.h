/// Lets the tests run with the plain loops of `CScan` where the environment says `UNSPOOL_KERNELS=scalar`.
///
/// It chooses when the tests are loaded: no test has a say in what ran before it.
#ifndef KERNEL_CHOICE_H
#define KERNEL_CHOICE_H

#include <stdbool.h>

/// Whether the environment asks for the plain loops.
bool kernel_choice_is_scalar(void);

#endif
