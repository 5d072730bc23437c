/* The people the load generator plays: each has one connection, and takes the same steps on it as a phone does
   (websocket, Engine.IO, Socket.IO, `enter`) until it is in and hears what everybody hears. Heartbeats are answered at
   all times. Every server under test is spoken to in exactly the same way.
*/
#ifndef PEOPLE_H
#define PEOPLE_H

#include "tally.h"
#include <arpa/inet.h>

enum { MOST_PEOPLE = 20000, EVENTS_AT_ONCE = 512 };

enum step { AWAY, KNOCKING, UPGRADING, GREETING, CONNECTING, ENTERING, IN };

struct person {
  struct line line;
  enum step step;
  bool watching;   /* must see what is posted in this phase */
  int32_t waiting; /* the posts of this phase without an answer, newest first */
  uint32_t seq;
  uint64_t knocked;
  const char *cookie, *connect, *enter, *device;
};

static struct person *people;
static uint32_t people_count, under_way, are_in, failures, groups = 1;
static const char *const NUMBERS = "42[\"numbers\"", *const FRAME = "42[\"frame\"";
static const char *const OWN_FRAME = "42[\"frame\",{\"audience\":\"person:"; /* what somebody alone gets */
static char first_failure[200];
static uint64_t frames_read, bytes_read;
static struct spread joining;
static struct sockaddr_in server = {.sin_family = AF_INET};

static inline void leave(struct person *p) {
  if (p->step == AWAY) return;
  under_way -= p->step != IN;
  are_in -= p->step == IN;
  p->step = AWAY;
  line_close(&p->line);
}

static inline void lost(struct person *p, const char *why, const char *more, size_t size) {
  if (failures++ == 0)
    snprintf(first_failure, sizeof first_failure, "connection %u: %s %.*s", p->line.id, why, (int)size, more);
  leave(p);
}

static inline void say(struct person *p, int opcode, const char *text, size_t size) {
  if (!line_send_frame(&p->line, opcode, text, size, true)) lost(p, "could not write", "", 0);
}

/* Begin to connect. */
static inline void knock(struct person *p) {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (fd < 0) fail("socket");
  p->step = KNOCKING;
  p->knocked = now_us();
  under_way++;
  int refused = connect(fd, (struct sockaddr *)&server, sizeof server) < 0 && errno != EINPROGRESS;
  line_open(&p->line, fd, (uint32_t)(p - people), EPOLLOUT);
  if (refused) lost(p, "connect:", strerror(errno), 100);
}

static inline void ask_upgrade(struct person *p) {
  int error = 0;
  socklen_t size = sizeof error;
  getsockopt(p->line.fd, SOL_SOCKET, SO_ERROR, &error, &size);
  if (error) {
    lost(p, "connect:", strerror(error), 100);
    return;
  }
  char request[4096];
  int length = snprintf(request, sizeof request,
                        "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:%u\r\n"
                        "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                        "Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\nCookie: %s\r\n\r\n",
                        ntohs(server.sin_port), p->cookie);
  if (length >= (int)sizeof request) {
    lost(p, "its cookie is too long", "", 0);
    return;
  }
  line_watch(&p->line, EPOLL_CTL_MOD, EPOLLIN);
  p->step = UPGRADING;
  if (!line_send(&p->line, request, (size_t)length)) lost(p, "could not write", "", 0);
}

static inline void heard_answer(struct person *p, const char *text, size_t size, uint64_t now) {
  const char *ref = memmem(text, size, "\"ref\":\"", 7), *end = text + size;
  size_t device = strlen(p->device);
  if (!ref || (size_t)(end - ref) < 8 + device || memcmp(ref + 7, p->device, device) || ref[7 + device] != '.') return;
  const char *reason = memmem(text, size, "\"reason\":\"", 10);
  const char *closing = reason ? memchr(reason + 10, '"', (size_t)(end - reason - 10)) : NULL;
  uint32_t seq = 0;
  for (const char *at = ref + 8 + device; at < end && *at >= '0' && *at <= '9'; at++)
    seq = seq * 10 + (uint32_t)(*at - '0');
  tally_answer(&p->waiting, seq, closing ? reason + 10 : NULL, closing ? (size_t)(closing - reason - 10) : 0, now);
}

/* One packet for somebody who is in. */
static inline void heard_inside(struct person *p, const char *text, size_t size) {
  if (!tally.running) return;
  uint64_t now = now_us();
  if (begins(text, size, "42[\"answer\"")) {
    heard_answer(p, text, size, now);
    return;
  }
  tally.tellings += begins(text, size, FRAME) && !begins(text, size, OWN_FRAME);
  tally_scan(p->line.id, p->watching, groups, text, size, now);
}

/* One packet for somebody on the way in: take the next step when it is the packet that step waits for. */
static inline void heard_outside(struct person *p, const char *text, size_t size) {
  if (begins(text, size, "44")) {
    lost(p, "refused:", text, size);
  } else if (p->step == GREETING && begins(text, size, "0")) {
    p->step = CONNECTING;
    say(p, TEXT, p->connect, strlen(p->connect));
  } else if (p->step == CONNECTING && begins(text, size, "40")) {
    p->step = ENTERING;
    say(p, TEXT, p->enter, strlen(p->enter));
  } else if (p->step == ENTERING && begins(text, size, NUMBERS)) {
    p->step = IN;
    under_way--;
    are_in++;
    spread_add(&joining, now_us() - p->knocked);
  }
}

static inline void heard_frame(struct person *p, const struct frame *f) {
  frames_read++;
  if (f->opcode == PING)
    say(p, PONG, f->payload, f->size);
  else if (f->opcode == CLOSE)
    lost(p, "the server closed it", "", 0);
  else if (f->opcode != TEXT)
    return;
  else if (f->size == 1 && f->payload[0] == '2')
    say(p, TEXT, "3", 1);
  else if (p->step == IN)
    heard_inside(p, f->payload, f->size);
  else
    heard_outside(p, f->payload, f->size);
}

/* The head of the answer to the upgrade, when it is complete: gives its length, else 0. */
static inline size_t heard_upgrade(struct person *p, const char *at, size_t size) {
  const char *end = memmem(at, size, "\r\n\r\n", 4);
  if (end == NULL) return 0;
  if (!begins(at, size, "HTTP/1.1 101")) {
    lost(p, "no websocket:", at, (size_t)((char *)memchr(at, '\r', size) - at));
    return 0;
  }
  p->step = GREETING;
  return (size_t)(end - at) + 4;
}

static inline void hear(struct person *p) {
  char *at;
  size_t size, fresh, used;
  if (!line_read(&p->line, &at, &size, &fresh)) {
    lost(p, "the line was cut", "", 0);
    return;
  }
  bytes_read += fresh;
  do {
    struct frame f;
    if (p->step == UPGRADING) {
      used = heard_upgrade(p, at, size);
    } else if ((used = next_frame(at, size, &f)) > 0) {
      heard_frame(p, &f);
    }
    at += used;
    size -= used;
  } while (used > 0 && p->step != AWAY);
  if (p->step != AWAY) line_keep(&p->line, at, size);
}

/* Wait until something comes in, at most until then (us), and take it in. */
static inline void turn(uint64_t until) {
  struct epoll_event events[EVENTS_AT_ONCE];
  uint64_t now = now_us();
  int timeout = until <= now ? 0 : (int)((until - now + 999) / 1000);
  int count = epoll_wait(epoll, events, EVENTS_AT_ONCE, timeout);
  if (count < 0 && errno != EINTR) fail("epoll_wait");
  for (int i = 0; i < count; i++) {
    struct person *p = &people[events[i].data.u32];
    if (p->step == KNOCKING) {
      ask_upgrade(p);
      continue;
    }
    if (p->step != AWAY && events[i].events & EPOLLOUT && !line_flush(&p->line)) lost(p, "could not write", "", 0);
    if (p->step != AWAY && events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) hear(p);
  }
}

#endif
