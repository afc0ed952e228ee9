#pragma once

// syncfs(2) of the C library, which <unistd.h> shows only to those who define _GNU_SOURCE before anything else is included.
extern int syncfs(int fd);
