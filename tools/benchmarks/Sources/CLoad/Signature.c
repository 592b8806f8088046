#include "CLoad.h"
#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>

/* HMAC as in RFC 2104 over two SHA-1 states that have taken in the padded key already: a copy of a state costs less than
   setting an HMAC up for every request, and the generator has to be faster than what it measures. */
struct signature_key {
    EVP_MD_CTX *inner;
    EVP_MD_CTX *outer;
    EVP_MD_CTX *work;
};

static int begin(EVP_MD_CTX *state, const uint8_t *key, uint8_t pad) {
    uint8_t block[64];
    for (int index = 0; index < 64; index++) block[index] = key[index] ^ pad;
    return EVP_DigestInit_ex(state, EVP_sha1(), NULL) == 1 && EVP_DigestUpdate(state, block, sizeof block) == 1;
}

signature_key *signature_make(const uint8_t *token, size_t length) {
    uint8_t key[64] = {0};
    if (length > sizeof key) {
        if (EVP_Digest(token, length, key, NULL, EVP_sha1(), NULL) != 1) return NULL;
    } else {
        memcpy(key, token, length);
    }
    signature_key *made = calloc(1, sizeof *made);
    if (made == NULL) return NULL;
    made->inner = EVP_MD_CTX_new();
    made->outer = EVP_MD_CTX_new();
    made->work = EVP_MD_CTX_new();
    if (made->inner == NULL || made->outer == NULL || made->work == NULL || !begin(made->inner, key, 0x36) ||
        !begin(made->outer, key, 0x5c)) {
        signature_free(made);
        return NULL;
    }
    return made;
}

void signature_free(signature_key *key) {
    if (key == NULL) return;
    EVP_MD_CTX_free(key->inner);
    EVP_MD_CTX_free(key->outer);
    EVP_MD_CTX_free(key->work);
    free(key);
}

int signature_sign(signature_key *key, const uint8_t *message, size_t length, uint8_t *out29) {
    uint8_t digest[20];
    if (EVP_MD_CTX_copy_ex(key->work, key->inner) != 1 || EVP_DigestUpdate(key->work, message, length) != 1 ||
        EVP_DigestFinal_ex(key->work, digest, NULL) != 1 || EVP_MD_CTX_copy_ex(key->work, key->outer) != 1 ||
        EVP_DigestUpdate(key->work, digest, sizeof digest) != 1 || EVP_DigestFinal_ex(key->work, digest, NULL) != 1)
        return 0;
    return EVP_EncodeBlock(out29, digest, sizeof digest) == 28;
}
