#pragma once
// glibc declares it for _GNU_SOURCE only, which Swift's Glibc module does not define.
extern int syncfs(int fd);
