/* The ruler of the bench: the least a server could possibly do. It takes people in as the app does, and passes each
   note on to everybody: at once, or gathered until the next tick. It keeps nothing, checks nothing and knows nobody, so
   no real server can be cheaper; what the app costs is told in lengths of this ruler.

   ruler PORT TICK_MS [SNAPSHOT_BYTES [GROUPS]]
*/
#define _GNU_SOURCE
#include "accept.h"
#include "wire.h"
#include <arpa/inet.h>

enum { BACKLOG = 4096, EVENTS_AT_ONCE = 512, LONGEST_REQUEST = 16384, MOST_GROUPS = 20000 };

static const uint32_t DOOR = UINT32_MAX; /* what epoll calls the listening socket */

struct seat {
  struct line line;
  bool upgraded, in;
  uint32_t group, place; /* `place` is where it stands among its group's members */
};

struct group {
  uint32_t *members; /* descriptors of those who are in */
  size_t count, room;
  struct bytes notes; /* what came since it was last told something, with commas between */
  uint64_t told;
};

static struct seat *seats; /* by descriptor */
static struct group *groups;
static size_t seat_count, group_count = 1;
static uint64_t entries, tick_us;
static bool news; /* whether any group has notes to be told */
static struct bytes welcome;

/* The text between these bytes and the next quote that is not escaped, as it stands in the JSON. */
static const char *text_after(const char *in, size_t size, const char *name, size_t *length) {
  const char *begin = memmem(in, size, name, strlen(name)), *end = in + size;
  if (begin == NULL) return NULL;
  begin += strlen(name);
  for (const char *at = begin; at < end; at++) {
    if (*at == '\\') {
      at++;
    } else if (*at == '"') {
      *length = (size_t)(at - begin);
      return begin;
    }
  }
  return NULL;
}

/* A line that turns out to be broken is only hung up here: the list one walks must not change under one's feet. */
static void tell(uint32_t fd, const char *at, size_t size) {
  if (!line_send(&seats[fd].line, at, size)) shutdown(seats[fd].line.fd, SHUT_RDWR);
}

static void tell_packet(uint32_t fd, const char *packet) {
  char frame[LONGEST_HEAD + 256];
  size_t size = strlen(packet), head = frame_head(frame, TEXT, size, false);
  memcpy(frame + head, packet, size);
  tell(fd, frame, head + size);
}

static void leave(uint32_t fd) {
  struct seat *seat = &seats[fd];
  if (seat->in) {
    struct group *group = &groups[seat->group];
    uint32_t last = group->members[--group->count];
    group->members[seat->place] = last;
    seats[last].place = seat->place;
  }
  line_close(&seat->line);
  seat->upgraded = seat->in = false;
}

static void enter(uint32_t fd, const char *packet, size_t size) {
  struct seat *seat = &seats[fd];
  const char *number = memmem(packet, size, "\"group\":", 8);
  if (!seat->in) {
    seat->in = true;
    seat->group = number ? (uint32_t)(strtoul(number + 8, NULL, 10) % group_count) : 0;
    struct group *group = &groups[seat->group];
    if (group->count == group->room) {
      group->room = group->room * 2 + 8;
      group->members = realloc(group->members, group->room * sizeof *group->members);
      if (group->members == NULL) fail("memory");
    }
    seat->place = (uint32_t)group->count;
    group->members[group->count++] = fd;
  }
  tell(fd, welcome.at, welcome.size);
}

/* Tell a group what is new: one frame, built once, the same bytes to everybody. */
static void tell_group(struct group *group) {
  struct bytes packet = {0}, frame = {0};
  char head[160];
  snprintf(head, sizeof head,
           "42[\"frame\",{\"audience\":\"a\",\"place\":\"1.%lu.x\",\"after\":%lu,\"put\":{\"Note\":[",
           entries, group->told);
  bytes_add_text(&packet, head);
  bytes_add(&packet, group->notes.at, group->notes.size);
  bytes_add_text(&packet, "]},\"drop\":{}}]");
  frame_add(&frame, TEXT, packet.at, packet.size, false);
  for (size_t i = 0; i < group->count; i++) tell(group->members[i], frame.at, frame.size);
  group->told = entries;
  group->notes.size = 0;
  bytes_drop(&packet);
  bytes_drop(&frame);
}

static void tell_news(void) {
  for (size_t i = 0; news && i < group_count; i++)
    if (groups[i].notes.size > 0) tell_group(&groups[i]);
  news = false;
}

static void keep_note(struct group *group, const char *packet, size_t size, const char *text, size_t text_size) {
  size_t id_size = 0, board_size = 0;
  const char *id = text_after(packet, size, "\"id\":\"", &id_size);
  const char *board = text_after(packet, size, "\"board\":\"", &board_size);
  char head[256];
  int length = snprintf(head, sizeof head,
                        "%s{\"id\":\"%.*s\",\"board\":\"%.*s\",\"name\":\"Somebody Here\",\"kind\":\"tip\",\"text\":\"",
                        group->notes.size ? "," : "", (int)(id_size > 64 ? 64 : id_size), id ? id : "",
                        (int)(board_size > 64 ? 64 : board_size), board ? board : "");
  bytes_add(&group->notes, head, (size_t)length);
  bytes_add(&group->notes, text, text_size);
  bytes_add_text(&group->notes, "\",\"at\":1790000000000,\"edited\":0}");
  news = true;
}

static void submitted(uint32_t fd, const char *packet, size_t size) {
  size_t ref_size = 0, text_size = 0;
  const char *ref = text_after(packet, size, "\"ref\":\"", &ref_size);
  const char *text = text_after(packet, size, "\"text\":\"", &text_size);
  char answer[160];
  snprintf(answer, sizeof answer, "42[\"answer\",{\"ref\":\"%.*s\",\"ok\":%lu}]", (int)(ref_size > 64 ? 64 : ref_size),
           ref ? ref : "", ++entries);
  tell_packet(fd, answer);
  if (text == NULL) return; /* a vote: nobody else is told */
  keep_note(&groups[seats[fd].group], packet, size, text, text_size);
  if (tick_us == 0) tell_news();
}

static void heard(uint32_t fd, const struct frame *f) {
  if (f->opcode == CLOSE) {
    shutdown((int)fd, SHUT_RDWR);
  } else if (f->opcode != TEXT) {
    return;
  } else if (begins(f->payload, f->size, "42[\"submit\"")) {
    submitted(fd, f->payload, f->size);
  } else if (begins(f->payload, f->size, "42[\"enter\"")) {
    enter(fd, f->payload, f->size);
  } else if (begins(f->payload, f->size, "40")) {
    tell_packet(fd, "40{\"sid\":\"x\"}");
  }
}

/* Answer the upgrade when its request is complete; gives the request's length, else 0. */
static size_t upgrade(uint32_t fd, const char *at, size_t size) {
  char accept[ACCEPT + 1], answer[256];
  const char *end = memmem(at, size, "\r\n\r\n", 4), *NAME = "\r\nSec-WebSocket-Key: ";
  const char *key = end ? memmem(at, (size_t)(end - at), NAME, strlen(NAME)) : NULL;
  if (key == NULL || (size_t)(end - key) < strlen(NAME) + KEY) {
    if (end || size > LONGEST_REQUEST) shutdown((int)fd, SHUT_RDWR);
    return 0;
  }
  accept_value(key + strlen(NAME), accept);
  int length = snprintf(answer, sizeof answer,
                        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        "Sec-WebSocket-Accept: %s\r\n\r\n",
                        accept);
  tell(fd, answer, (size_t)length);
  tell_packet(fd, "0{\"sid\":\"x\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":65536}");
  seats[fd].upgraded = true;
  return (size_t)(end - at) + 4;
}

static void hear(uint32_t fd) {
  struct seat *seat = &seats[fd];
  char *at;
  size_t size, fresh, used;
  if (!line_read(&seat->line, &at, &size, &fresh)) {
    leave(fd);
    return;
  }
  do {
    struct frame f;
    if (!seat->upgraded)
      used = upgrade(fd, at, size);
    else if ((used = next_frame(at, size, &f)) > 0)
      heard(fd, &f);
    at += used;
    size -= used;
  } while (used > 0);
  line_keep(&seat->line, at, size);
}

static void let_in(int door) {
  int fd;
  while ((fd = accept4(door, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0) {
    seats[fd] = (struct seat){0};
    line_open(&seats[fd].line, fd, (uint32_t)fd, EPOLLIN);
  }
}

/* What everybody gets on entering: a picture of about this many bytes, and the numbers. */
static void make_welcome(size_t snapshot_bytes) {
  struct bytes packet = {0};
  bytes_add_text(&packet, "42[\"frame\",{\"audience\":\"a\",\"place\":\"1.0.x\",\"after\":-1,\"put\":{\"Note\":[");
  for (int i = 0; packet.size + 200 < snapshot_bytes; i++) {
    char note[256];
    snprintf(note, sizeof note,
             "%s{\"id\":\"note-%011d\",\"board\":\"board\",\"name\":\"Somebody Here\",\"kind\":\"tip\","
             "\"text\":\"Ask the neighbours first, then the town, and keep it small.\","
             "\"at\":1790000000000,\"edited\":0}",
             i ? "," : "", i);
    bytes_add_text(&packet, note);
  }
  bytes_add_text(&packet, "]},\"drop\":{}}]");
  frame_add(&welcome, TEXT, packet.at, packet.size, false);
  frame_add(&welcome, TEXT, "42[\"numbers\",{}]", 16, false);
  bytes_drop(&packet);
}

static int open_door(uint16_t port) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  int on = 1, door = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  setsockopt(door, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (bind(door, (struct sockaddr *)&address, sizeof address) < 0 || listen(door, BACKLOG) < 0) fail("listen");
  struct epoll_event event = {.events = EPOLLIN, .data.u32 = DOOR};
  if (epoll_ctl(epoll, EPOLL_CTL_ADD, door, &event) < 0) fail("epoll_ctl");
  return door;
}

/* Serve for ever. The tick is kept to the clock, not to when the last one was done: else it would drift under load. */
static void serve(int door) {
  struct epoll_event events[EVENTS_AT_ONCE];
  for (uint64_t due = now_us() + tick_us;;) {
    uint64_t now = now_us();
    int timeout = !news ? -1 : due > now ? (int)((due - now + 999) / 1000) : 0;
    int count = epoll_wait(epoll, events, EVENTS_AT_ONCE, timeout);
    if (count < 0 && errno != EINTR) fail("epoll_wait");
    for (int i = 0; i < count; i++) {
      uint32_t fd = events[i].data.u32;
      if (fd == DOOR) {
        let_in(door);
        continue;
      }
      if (events[i].events & EPOLLOUT && !line_flush(&seats[fd].line)) shutdown((int)fd, SHUT_RDWR);
      if (events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) hear(fd);
    }
    now = now_us();
    if (tick_us == 0 || now < due) continue;
    tell_news();
    due += (now - due + tick_us) / tick_us * tick_us;
  }
}

int main(int count, char **words) {
  if (count < 3 || (count > 4 && (atoi(words[4]) < 1 || atoi(words[4]) > MOST_GROUPS))) {
    fprintf(stderr, "ruler PORT TICK_MS [SNAPSHOT_BYTES [GROUPS]]: PORT on 127.0.0.1, 1 to %d groups\n", MOST_GROUPS);
    return 2;
  }
  tick_us = (uint64_t)(atof(words[2]) * 1000);
  if (count > 4) group_count = (size_t)atoi(words[4]);
  seat_count = raise_descriptors();
  seats = calloc(seat_count, sizeof *seats);
  groups = calloc(group_count, sizeof *groups);
  epoll = epoll_create1(EPOLL_CLOEXEC);
  if (!seats || !groups || epoll < 0) fail("start");
  make_welcome(count > 3 ? (size_t)atoi(words[3]) : 0);
  int door = open_door((uint16_t)atoi(words[1]));
  puts("ready");
  fflush(stdout);
  serve(door);
}
