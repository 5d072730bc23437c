/* The one thing a server must compute before a websocket opens: the answer to the client's key (RFC 6455, 4.2.2),
   which is SHA-1 in base64. Written out here so that the ruler needs no library.
*/
#ifndef ACCEPT_H
#define ACCEPT_H

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { KEY = 24, ACCEPT = 28 };

static inline uint32_t rotate(uint32_t value, int by) { return value << by | value >> (32 - by); }

static inline void sha1_block(uint32_t *state, const unsigned char *block) {
  static const uint32_t ADDED[4] = {0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6};
  uint32_t w[80], a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];
  for (int i = 0; i < 16; i++, block += 4)
    w[i] = (uint32_t)block[0] << 24 | (uint32_t)block[1] << 16 | (uint32_t)block[2] << 8 | block[3];
  for (int i = 16; i < 80; i++) w[i] = rotate(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
  for (int i = 0; i < 80; i++) {
    uint32_t mixed = i < 20 ? (b & c) | (~b & d) : i >= 40 && i < 60 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
    uint32_t next = rotate(a, 5) + mixed + e + ADDED[i / 20] + w[i];
    e = d, d = c, c = rotate(b, 30), b = a, a = next;
  }
  state[0] += a, state[1] += b, state[2] += c, state[3] += d, state[4] += e;
}

/* The value of Sec-WebSocket-Accept for this key of KEY signs; `accept` has room for ACCEPT signs and a 0. */
static inline void accept_value(const char *key, char *accept) {
  static const char SIGNS[65] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  static const char GUID[37] = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  uint32_t state[5] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
  unsigned char text[128] = {0}, digest[21] = {0};
  const unsigned bits = (KEY + 36) * 8; /* key and GUID are 60 bytes: with the padding exactly two blocks */
  memcpy(text, key, KEY);
  memcpy(text + KEY, GUID, 36);
  text[KEY + 36] = 0x80;
  text[126] = (unsigned char)(bits >> 8), text[127] = (unsigned char)bits;
  sha1_block(state, text);
  sha1_block(state, text + 64);
  for (int i = 0; i < 20; i++) digest[i] = (unsigned char)(state[i / 4] >> (24 - i % 4 * 8));
  for (int i = 0; i < 7; i++) {
    uint32_t three = (uint32_t)digest[3 * i] << 16 | (uint32_t)digest[3 * i + 1] << 8 | digest[3 * i + 2];
    for (int j = 0; j < 4; j++) accept[4 * i + j] = SIGNS[three >> (18 - 6 * j) & 63];
  }
  accept[ACCEPT - 1] = '=';
  accept[ACCEPT] = 0;
}

#endif
