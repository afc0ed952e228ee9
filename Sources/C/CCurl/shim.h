#ifndef COURANT_CCURL_SHIM_H
#define COURANT_CCURL_SHIM_H

/* CURL is an opaque type (an OpaquePointer in Swift), not void. */
#define CURL_STRICTER
/* The typed functions below do not need the type-checking macros around setopt and getinfo. */
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

/* curl_easy_setopt and curl_easy_getinfo are variadic, which Swift cannot call: one function per type of value. */
static inline CURLcode courant_set_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode courant_set_string(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode courant_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode courant_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode courant_get_long(CURL *handle, CURLINFO info, long *value) {
  return curl_easy_getinfo(handle, info, value);
}
static inline CURLcode courant_get_string(CURL *handle, CURLINFO info, char **value) {
  return curl_easy_getinfo(handle, info, value);
}
static inline CURLcode courant_get_double(CURL *handle, CURLINFO info, double *value) {
  return curl_easy_getinfo(handle, info, value);
}
static inline CURLcode courant_get_socket(CURL *handle, CURLINFO info, curl_socket_t *value) {
  return curl_easy_getinfo(handle, info, value);
}

/* Callbacks are also variadic arguments; a named type lets Swift pass a closure. */
typedef size_t (*courant_data_callback)(char *bytes, size_t size, size_t count, void *context);
static inline CURLcode courant_set_data_callback(CURL *handle, CURLoption option, courant_data_callback callback) {
  return curl_easy_setopt(handle, option, callback);
}
typedef int (*courant_seek_callback)(void *context, curl_off_t offset, int origin);
static inline CURLcode courant_set_seek_callback(CURL *handle, courant_seek_callback callback) {
  return curl_easy_setopt(handle, CURLOPT_SEEKFUNCTION, callback);
}
typedef int (*courant_progress_callback)(void *context, curl_off_t, curl_off_t, curl_off_t, curl_off_t);
static inline CURLcode courant_set_progress_callback(CURL *handle, courant_progress_callback callback) {
  return curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, callback);
}

typedef curl_socket_t (*courant_socket_callback)(void *context, curlsocktype purpose, struct curl_sockaddr *address);
static inline CURLcode courant_set_socket_callback(CURL *handle, courant_socket_callback callback) {
  return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, callback);
}

typedef int (*courant_debug_callback)(CURL *handle, curl_infotype kind, char *bytes, size_t count, void *context);
static inline CURLcode courant_set_debug_callback(CURL *handle, courant_debug_callback callback) {
  return curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, callback);
}

/* curl_multi_setopt is variadic, too. */
static inline CURLMcode courant_set_multi_long(CURLM *handle, CURLMoption option, long value) {
  return curl_multi_setopt(handle, option, value);
}

/* Macros with casts, which Swift does not import. */
static const long courant_usessl_none = CURLUSESSL_NONE;
static const long courant_usessl_try = CURLUSESSL_TRY;
static const long courant_usessl_all = CURLUSESSL_ALL;
static const long courant_global_all = CURL_GLOBAL_ALL;

#endif
