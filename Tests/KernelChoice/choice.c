#include <CScan.h>
#include <KernelChoice.h>
#include <stdlib.h>
#include <string.h>

bool kernel_choice_is_scalar(void) {
    const char *wanted = getenv("UNSPOOL_KERNELS");
    return wanted && strcmp(wanted, "scalar") == 0;
}

__attribute__((constructor)) static void choose(void) {
    if (kernel_choice_is_scalar()) cscan_use_scalar_kernels();
}
