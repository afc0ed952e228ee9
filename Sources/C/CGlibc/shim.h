#pragma once

// C library functions that the module Glibc does not export.

// mallopt(3).
#include <malloc.h>

// syncfs(2), which <unistd.h> declares only if _GNU_SOURCE is defined before the first include.
extern int syncfs(int fd);
