#ifndef COURANT_CDRAWING_SHIM_H
#define COURANT_CDRAWING_SHIM_H

/* Fontconfig, Cairo and Pango are opened at run time, so that a binary without them starts and draws nothing. Neither
   are they needed to build: each line below repeats a declaration from the manual of its library. */
#include <dlfcn.h>
#include <stddef.h>

typedef struct _cairo cairo_t;
typedef struct _cairo_surface cairo_surface_t;
typedef struct _cairo_font_options cairo_font_options_t;
typedef struct _PangoContext PangoContext;
typedef struct _PangoFontMap PangoFontMap;
typedef struct _PangoLayout PangoLayout;
typedef struct _PangoFontDescription PangoFontDescription;
typedef struct _PangoLanguage PangoLanguage;
typedef struct _FcConfig FcConfig;
typedef struct _FcPattern FcPattern;

typedef struct {
  int x, y, width, height;
} PangoRectangle;

typedef struct {
  int nfont, sfont;
  FcPattern **fonts;
} FcFontSet;

/* Every function that is used: F(library, result, name, parameters). */
#define COURANT_DRAWING_FUNCTIONS(F)                                                                            \
  F(FONTCONFIG, int, FcGetVersion, (void))                                                                      \
  F(FONTCONFIG, FcConfig *, FcConfigCreate, (void))                                                             \
  F(FONTCONFIG, void, FcConfigDestroy, (FcConfig *))                                                            \
  F(FONTCONFIG, int, FcConfigParseAndLoadFromMemory, (FcConfig *, const unsigned char *buffer, int complain))   \
  F(FONTCONFIG, int, FcConfigBuildFonts, (FcConfig *))                                                          \
  F(FONTCONFIG, int, FcConfigSetCurrent, (FcConfig *))                                                          \
  F(FONTCONFIG, FcFontSet *, FcConfigGetFonts, (FcConfig *, int set))                                           \
  F(FONTCONFIG, int, FcPatternGetString, (const FcPattern *, const char *object, int n, unsigned char **))      \
  F(FONTCONFIG, int, FcPatternGetInteger, (const FcPattern *, const char *object, int n, int *))                \
  F(GOBJECT, void, g_object_unref, (void *))                                                                    \
  F(CAIRO, const char *, cairo_version_string, (void))                                                          \
  F(CAIRO, cairo_surface_t *, cairo_image_surface_create, (int format, int width, int height))                  \
  F(CAIRO, int, cairo_surface_status, (cairo_surface_t *))                                                      \
  F(CAIRO, void, cairo_surface_flush, (cairo_surface_t *))                                                      \
  F(CAIRO, unsigned char *, cairo_image_surface_get_data, (cairo_surface_t *))                                  \
  F(CAIRO, int, cairo_image_surface_get_stride, (cairo_surface_t *))                                            \
  F(CAIRO, void, cairo_surface_destroy, (cairo_surface_t *))                                                    \
  F(CAIRO, cairo_t *, cairo_create, (cairo_surface_t *))                                                        \
  F(CAIRO, int, cairo_status, (cairo_t *))                                                                      \
  F(CAIRO, void, cairo_destroy, (cairo_t *))                                                                    \
  F(CAIRO, void, cairo_set_source_rgb, (cairo_t *, double red, double green, double blue))                      \
  F(CAIRO, void, cairo_rectangle, (cairo_t *, double x, double y, double width, double height))                 \
  F(CAIRO, void, cairo_fill, (cairo_t *))                                                                       \
  F(CAIRO, void, cairo_move_to, (cairo_t *, double x, double y))                                                \
  F(CAIRO, cairo_font_options_t *, cairo_font_options_create, (void))                                           \
  F(CAIRO, void, cairo_font_options_destroy, (cairo_font_options_t *))                                          \
  F(CAIRO, void, cairo_font_options_set_antialias, (cairo_font_options_t *, int))                               \
  F(CAIRO, void, cairo_font_options_set_hint_style, (cairo_font_options_t *, int))                              \
  F(CAIRO, void, cairo_font_options_set_hint_metrics, (cairo_font_options_t *, int))                            \
  F(PANGO, const char *, pango_version_string, (void))                                                          \
  F(PANGO, PangoContext *, pango_font_map_create_context, (PangoFontMap *))                                     \
  F(PANGO, void, pango_context_set_language, (PangoContext *, PangoLanguage *))                                 \
  F(PANGO, void, pango_context_set_base_dir, (PangoContext *, int direction))                                   \
  F(PANGO, PangoLanguage *, pango_language_from_string, (const char *))                                         \
  F(PANGO, PangoFontDescription *, pango_font_description_from_string, (const char *))                          \
  F(PANGO, void, pango_font_description_set_absolute_size, (PangoFontDescription *, double size))               \
  F(PANGO, void, pango_font_description_free, (PangoFontDescription *))                                         \
  F(PANGO, PangoLayout *, pango_layout_new, (PangoContext *))                                                   \
  F(PANGO, void, pango_layout_set_text, (PangoLayout *, const char *text, int length))                          \
  F(PANGO, void, pango_layout_set_font_description, (PangoLayout *, const PangoFontDescription *))              \
  F(PANGO, void, pango_layout_set_width, (PangoLayout *, int))                                                  \
  F(PANGO, void, pango_layout_set_height, (PangoLayout *, int))                                                 \
  F(PANGO, void, pango_layout_set_wrap, (PangoLayout *, int))                                                   \
  F(PANGO, void, pango_layout_set_ellipsize, (PangoLayout *, int))                                              \
  F(PANGO, void, pango_layout_set_alignment, (PangoLayout *, int))                                              \
  F(PANGO, void, pango_layout_set_auto_dir, (PangoLayout *, int))                                               \
  F(PANGO, int, pango_layout_get_line_count, (PangoLayout *))                                                   \
  F(PANGO, void, pango_layout_get_pixel_extents, (PangoLayout *, PangoRectangle *ink, PangoRectangle *logical)) \
  F(PANGO, int, pango_layout_get_unknown_glyphs_count, (PangoLayout *))                                         \
  F(PANGOCAIRO, PangoFontMap *, pango_cairo_font_map_new_for_font_type, (int type))                             \
  F(PANGOCAIRO, void, pango_cairo_context_set_font_options, (PangoContext *, const cairo_font_options_t *))     \
  F(PANGOCAIRO, void, pango_cairo_show_layout, (cairo_t *, PangoLayout *))

#define COURANT_DRAWING_FIELD(library, result, name, parameters) result (*_Nonnull name) parameters;

/* All functions. It is complete or not used. */
typedef struct {
  COURANT_DRAWING_FUNCTIONS(COURANT_DRAWING_FIELD)
} courant_drawing;

/* Opens the libraries, which stay open until the process ends, and fills the table. Returns null if it is complete;
   otherwise which file, or which function, is missing. dlsym returns functions as data pointers, which only C can
   convert. */
static inline const char *courant_drawing_open(
    courant_drawing *table, const char *fontconfig, const char *gobject, const char *cairo, const char *pango,
    const char *pangocairo) {
#define COURANT_DRAWING_OPEN(library, file)           \
  void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL); \
  if (!library) return file;
  COURANT_DRAWING_OPEN(FONTCONFIG, fontconfig)
  COURANT_DRAWING_OPEN(GOBJECT, gobject)
  COURANT_DRAWING_OPEN(CAIRO, cairo)
  COURANT_DRAWING_OPEN(PANGO, pango)
  COURANT_DRAWING_OPEN(PANGOCAIRO, pangocairo)
#undef COURANT_DRAWING_OPEN
#define COURANT_DRAWING_FIND(library, result, name, parameters) \
  *(void **)&table->name = dlsym(library, #name);               \
  if (!*(void **)&table->name) return #name;
  COURANT_DRAWING_FUNCTIONS(COURANT_DRAWING_FIND)
#undef COURANT_DRAWING_FIND
  return NULL;
}

#endif
