#pragma once
// Swift calls zlib directly, except deflateInit2, which is a macro over deflateInit2_.
#include <zlib.h>
