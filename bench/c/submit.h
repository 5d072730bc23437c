/* What the people of the load generator send: one packet, read from a file, in which the places between braces are
   filled in anew each time. So the harness decides what a wish looks like, and this program stays ignorant of it.
*/
#ifndef SUBMIT_H
#define SUBMIT_H

#include "people.h"
#include <sys/random.h>

enum { MOST_PIECES = 64, ID = 16 };

struct piece {
  const char *literal; /* plain text, or NULL where `field` says what comes */
  size_t size;
  char field;
};

static struct piece pieces[MOST_PIECES];
static int piece_count;
static char *template_text, *others_text;
static const char **others;
static size_t other_count, next_other;

static const struct {
  const char *name;
  char field;
} FIELDS[] = {{"{dev}", 'd'}, {"{k}", 'k'}, {"{id}", 'i'}, {"{mark}", 'm'}, {"{n}", 'n'}, {"{other}", 'o'}};

static inline char *read_file(const char *path) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) return NULL;
  struct bytes all = {0};
  char part[65536];
  for (size_t got; (got = fread(part, 1, sizeof part, file)) > 0;) bytes_add(&all, part, got);
  fclose(file);
  bytes_add(&all, "", 1);
  return all.at;
}

/* The next line of this text, ended in place; NULL at the end. */
static inline char *next_line(char **rest) {
  while (**rest == '\n') ++*rest;
  return **rest ? strsep(rest, "\n") : NULL;
}

/* The place between braces that begins here, or 0 when the brace is one of JSON's own. */
static inline char field_at(const char *at, size_t *size) {
  for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++) {
    *size = strlen(FIELDS[i].name);
    if (strncmp(at, FIELDS[i].name, *size) == 0) return FIELDS[i].field;
  }
  return 0;
}

/* Cut the template into pieces; false when there are too many. */
static inline bool cut_template(char *text) {
  text[strcspn(text, "\n")] = 0;
  free(template_text);
  template_text = text;
  piece_count = 0;
  for (const char *begin = text, *at = text;; at++) {
    size_t size = 0;
    char field = *at == '{' ? field_at(at, &size) : 0;
    if (*at && !field) continue;
    if (piece_count + 2 > MOST_PIECES) return false;
    pieces[piece_count++] = (struct piece){.literal = begin, .size = (size_t)(at - begin)};
    if (!*at) return true;
    pieces[piece_count++] = (struct piece){.field = field};
    begin = at + size;
    at = begin - 1;
  }
}

static inline void read_others(char *text) {
  free(others_text);
  others_text = text;
  other_count = next_other = 0;
  for (char *line; (line = next_line(&text)) != NULL;) {
    others = realloc(others, (other_count + 1) * sizeof *others);
    if (others == NULL) fail("memory");
    others[other_count++] = line;
  }
}

/* A name nobody else draws: eight signs drawn when the program began, and eight that count. */
static inline void new_id(char *id) {
  static const char SIGNS[65] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  static uint64_t drawn, counted;
  if (drawn == 0 && getrandom(&drawn, sizeof drawn, 0) < 0) fail("getrandom");
  counted++;
  for (int i = 0; i < ID / 2; i++) id[i] = SIGNS[drawn >> 6 * i & 63];
  for (int i = 0; i < ID / 2; i++) id[ID - 1 - i] = SIGNS[counted >> 6 * i & 63];
}

static inline void fill(struct bytes *out, char field, const struct person *p, const struct posted *post) {
  char text[32];
  size_t size = 0;
  if (field == 'd') {
    bytes_add_text(out, p->device);
  } else if (field == 'o') {
    if (other_count) bytes_add_text(out, others[next_other++ % other_count]);
  } else if (field == 'i') {
    new_id(text);
    size = ID;
  } else if (field == 'm') {
    mark_write(text, tally.base + (uint32_t)(post - tally.posts), post->sent);
    size = MARK;
  } else {
    size = (size_t)snprintf(text, sizeof text, "%u", field == 'k' ? post->seq : p->line.id);
  }
  bytes_add(out, text, size);
}

/* Let this person send one wish, counted from now. */
static inline void submit(struct person *p) {
  static struct bytes packet;
  struct posted *post = &tally.posts[tally.count];
  *post = (struct posted){.author = p->line.id, .seq = ++p->seq, .earlier = p->waiting, .sent = now_us()};
  packet.size = 0;
  for (int i = 0; i < piece_count; i++) {
    if (pieces[i].literal)
      bytes_add(&packet, pieces[i].literal, pieces[i].size);
    else
      fill(&packet, pieces[i].field, p, post);
  }
  p->waiting = (int32_t)tally.count++;
  if (tally.watchers) tally.expected += tally.watchers[p->line.id % groups];
  say(p, TEXT, packet.at, packet.size);
}

#endif
