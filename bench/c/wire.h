/* How the load generator and the ruler read and write a websocket: sockets that never block, bytes that wait
   their turn when a socket is full, and the frames of RFC 6455. Both programs are one thread around one epoll, so that
   what they cost is the cost of the kernel and little else. All is in headers: each program is one command to compile.
*/
#ifndef WIRE_H
#define WIRE_H

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { TEXT = 1, CLOSE = 8, PING = 9, PONG = 10, LONGEST_HEAD = 14, READ_AT_ONCE = 256 * 1024 };

/* Bytes the other side may leave unread before the line counts as broken: beyond this a measurement is lost anyway. */
static const size_t MOST_UNREAD = 16 * 1024 * 1024;

struct bytes {
  char *at;
  size_t size, room;
};

struct line {
  int fd;
  uint32_t id; /* what epoll gives back for this line */
  bool full;   /* the socket takes no more now: what is to be sent waits in `out` */
  struct bytes in, out;
};

struct frame {
  int opcode;
  char *payload;
  size_t size;
};

static int epoll;
static char read_buffer[READ_AT_ONCE];

static inline void fail(const char *what) {
  perror(what);
  exit(1);
}

/* Monotonic microseconds. */
static inline uint64_t now_us(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000000 + (uint64_t)t.tv_nsec / 1000;
}

/* As many descriptors as this account may have; gives that number. */
static inline size_t raise_descriptors(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) < 0) fail("getrlimit");
  limit.rlim_cur = limit.rlim_max;
  if (setrlimit(RLIMIT_NOFILE, &limit) < 0) fail("setrlimit");
  return limit.rlim_cur;
}

static inline void bytes_add(struct bytes *b, const void *more, size_t size) {
  if (b->size + size > b->room) {
    b->room = (b->size + size) * 2;
    b->at = realloc(b->at, b->room);
    if (b->at == NULL) fail("memory");
  }
  memcpy(b->at + b->size, more, size);
  b->size += size;
}

static inline void bytes_add_text(struct bytes *b, const char *text) { bytes_add(b, text, strlen(text)); }

static inline void bytes_drop(struct bytes *b) {
  free(b->at);
  *b = (struct bytes){0};
}

static inline void line_watch(struct line *l, int how, uint32_t events) {
  struct epoll_event event = {.events = events, .data.u32 = l->id};
  if (epoll_ctl(epoll, how, l->fd, &event) < 0) fail("epoll_ctl");
}

/* A fresh line on this socket, not blocking and without delay, watched for `events`. */
static inline void line_open(struct line *l, int fd, uint32_t id, uint32_t events) {
  int on = 1;
  *l = (struct line){.fd = fd, .id = id};
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  line_watch(l, EPOLL_CTL_ADD, events);
}

static inline void line_close(struct line *l) {
  close(l->fd); /* which also takes it out of the epoll */
  bytes_drop(&l->in);
  bytes_drop(&l->out);
  *l = (struct line){.fd = -1, .id = l->id};
}

/* Write what the socket takes now and keep the rest. False when the line is broken. */
static inline bool line_send(struct line *l, const char *at, size_t size) {
  size_t done = 0;
  if (!l->full) {
    ssize_t sent = send(l->fd, at, size, MSG_NOSIGNAL);
    if (sent < 0 && errno != EAGAIN) return false;
    done = sent < 0 ? 0 : (size_t)sent;
    if (done == size) return true;
    l->full = true;
    line_watch(l, EPOLL_CTL_MOD, EPOLLIN | EPOLLOUT);
  }
  bytes_add(&l->out, at + done, size - done);
  return l->out.size <= MOST_UNREAD;
}

/* The socket takes bytes again: write what waited. False when the line is broken. */
static inline bool line_flush(struct line *l) {
  ssize_t sent = send(l->fd, l->out.at, l->out.size, MSG_NOSIGNAL);
  if (sent < 0) return errno == EAGAIN;
  l->out.size -= (size_t)sent;
  if (l->out.size > 0) {
    memmove(l->out.at, l->out.at + sent, l->out.size);
    return true;
  }
  bytes_drop(&l->out);
  l->full = false;
  line_watch(l, EPOLL_CTL_MOD, EPOLLIN);
  return true;
}

/* Read once. Gives the bytes there are, with what was left of the last time in front; false at the end of the line.
   One read a wake-up: a second one that only says "nothing more" would double the price of small frames. */
static inline bool line_read(struct line *l, char **at, size_t *size, size_t *fresh) {
  ssize_t got = recv(l->fd, read_buffer, READ_AT_ONCE, 0);
  if (got == 0 || (got < 0 && errno != EAGAIN)) return false;
  *fresh = got < 0 ? 0 : (size_t)got;
  *at = read_buffer;
  *size = *fresh;
  if (l->in.size > 0) {
    bytes_add(&l->in, read_buffer, *fresh);
    *at = l->in.at;
    *size = l->in.size;
  }
  return true;
}

/* Keep the last `size` bytes of what line_read gave: the beginning of something that is not complete yet. */
static inline void line_keep(struct line *l, const char *at, size_t size) {
  if (size == 0) {
    bytes_drop(&l->in);
  } else if (l->in.size > 0) {
    memmove(l->in.at, at, size);
    l->in.size = size;
  } else {
    bytes_add(&l->in, at, size);
  }
}

/* The next frame in these bytes, unmasked in place. Gives the bytes it takes, 0 when it is not complete yet.
   Messages in several frames are not understood: neither app, peer nor ruler sends them. */
static inline size_t next_frame(char *at, size_t have, struct frame *f) {
  const unsigned char *head = (const unsigned char *)at;
  if (have < 2) return 0;
  size_t extra = (head[1] & 127) == 127 ? 8 : (head[1] & 127) == 126 ? 2 : 0;
  size_t mask_size = head[1] & 128 ? 4 : 0;
  size_t begin = 2 + extra + mask_size;
  if (have < begin) return 0;
  uint64_t size = extra ? 0 : head[1] & 127;
  for (size_t i = 0; i < extra; i++) size = size << 8 | head[2 + i];
  if (have - begin < size) return 0;
  const char *mask = at + 2 + extra;
  if (mask_size && (mask[0] | mask[1] | mask[2] | mask[3]))
    for (size_t i = 0; i < size; i++) at[begin + i] ^= mask[i % 4];
  *f = (struct frame){.opcode = head[0] & 15, .payload = at + begin, .size = size};
  return begin + size;
}

/* The head of a final frame of this size, masked (with the key 0, which leaves the payload as it is) when a client
   sends it. `head` has room for LONGEST_HEAD bytes; gives its length. */
static inline size_t frame_head(char *head, int opcode, size_t size, bool from_client) {
  size_t extra = size > 65535 ? 8 : size > 125 ? 2 : 0;
  head[0] = (char)(0x80 | opcode);
  head[1] = (char)((from_client ? 128 : 0) | (extra == 8 ? 127 : extra == 2 ? 126 : size));
  for (size_t i = 0; i < extra; i++) head[2 + i] = (char)(size >> 8 * (extra - 1 - i));
  if (from_client) memset(head + 2 + extra, 0, 4);
  return 2 + extra + (from_client ? 4 : 0);
}

/* Add one whole frame to these bytes. */
static inline void frame_add(struct bytes *b, int opcode, const char *payload, size_t size, bool from_client) {
  char head[LONGEST_HEAD];
  bytes_add(b, head, frame_head(head, opcode, size, from_client));
  bytes_add(b, payload, size);
}

static inline bool line_send_frame(struct line *l, int opcode, const char *payload, size_t size, bool from_client) {
  struct bytes whole = {0};
  frame_add(&whole, opcode, payload, size, from_client);
  bool sent = line_send(l, whole.at, whole.size);
  bytes_drop(&whole);
  return sent;
}

static inline bool begins(const char *text, size_t size, const char *with) {
  size_t length = strlen(with);
  return size >= length && memcmp(text, with, length) == 0;
}

#endif
