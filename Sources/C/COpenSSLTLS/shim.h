#ifndef COURANT_COPENSSLTLS_SHIM_H
#define COURANT_COPENSSLTLS_SHIM_H
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

/* EVP_EC_gen is a macro around a variadic function, which Swift cannot call. */
static inline EVP_PKEY *courant_new_p256_key(void) { return EVP_EC_gen("P-256"); }

#endif
