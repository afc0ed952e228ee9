#pragma once

// C library functions that the module Glibc does not export.

// mallopt(3).
#include <malloc.h>

// syncfs(2) and mkostemp(3), which the headers declare only if _GNU_SOURCE is defined before the first include.
extern int syncfs(int fd);
extern int mkostemp(char *pattern, int flags);
