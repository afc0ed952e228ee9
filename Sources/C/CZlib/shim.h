#pragma once
// zlib: what Swift calls directly, deflateInit2 apart, which is a macro over deflateInit2_.
#include <zlib.h>
