#pragma once

// Functions of the C library that the module Glibc leaves out.

// mallopt(3).
#include <malloc.h>

// syncfs(2), which <unistd.h> shows only to those who define _GNU_SOURCE before anything else is included.
extern int syncfs(int fd);
