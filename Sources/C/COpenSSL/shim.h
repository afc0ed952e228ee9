#ifndef COURANT_COPENSSL_SHIM_H
#define COURANT_COPENSSL_SHIM_H
#include <openssl/bio.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <openssl/x509.h>

/* EVP_PKEY_Q_keygen is variadic, which Swift cannot call. */
static inline EVP_PKEY *courant_new_rsa_key(size_t bits) { return EVP_PKEY_Q_keygen(NULL, NULL, "RSA", bits); }
static inline EVP_PKEY *courant_new_ed25519_key(void) { return EVP_PKEY_Q_keygen(NULL, NULL, "ED25519"); }

/* Deprecated since OpenSSL 3.0, but the only state of a hash that can be copied without a lock or an allocation. */
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wdeprecated-declarations"
static inline int courant_sha256_begin(SHA256_CTX *state) { return SHA256_Init(state); }
static inline int courant_sha256_add(SHA256_CTX *state, const void *bytes, size_t count) {
  return SHA256_Update(state, bytes, count);
}
static inline int courant_sha256_end(SHA256_CTX *state, unsigned char *digest) { return SHA256_Final(digest, state); }
#pragma clang diagnostic pop

#endif
