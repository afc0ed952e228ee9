#pragma once

// mallopt(3) of the C library, which the module Glibc leaves out.
#include <malloc.h>
