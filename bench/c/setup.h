/* What the load generator is told before it begins: who its people are, which server they go to, what they send and
   who must see it. Whatever is wrong in a command is answered in one sentence, and nothing is changed.
*/
#ifndef SETUP_H
#define SETUP_H

#include "submit.h"
#include <stdarg.h>

struct scope {
  uint32_t from, to;
};

static struct scope watched;
static bool watching_all = true;

static inline void refuse(const char *format, ...) {
  char text[512];
  va_list more;
  va_start(more, format);
  vsnprintf(text, sizeof text, format, more);
  va_end(more);
  for (char *at = text; *at; at++)
    if (*at == '"' || *at == '\\' || (unsigned char)*at < ' ') *at = '\'';
  printf("{\"error\": \"%s\"}\n", text);
}

static inline bool read_scope(char **words, struct scope *scope) {
  *scope = (struct scope){(uint32_t)strtoul(words[1], NULL, 10), (uint32_t)strtoul(words[2], NULL, 10)};
  if (scope->from < scope->to && scope->to <= people_count) return true;
  refuse("%s %s %s: there are %u people, counted from 0; the second number is the first one that is not meant",
         words[0], words[1], words[2], people_count);
  return false;
}

static inline char *read_named(const char *path) {
  char *text = read_file(path);
  if (text == NULL) refuse("%s: %s", path, strerror(errno));
  return text;
}

/* A device keeps its count when the list is read anew, as a phone does that comes back. */
static inline void add_person(char *line) {
  static const char *NONE = "";
  const char *cookie = strsep(&line, "\t"), *connect = line ? strsep(&line, "\t") : NONE;
  const char *enter = line ? strsep(&line, "\t") : NONE, *device = line ? line : NONE;
  struct person *p = &people[people_count++];
  uint32_t seq = p->device && strcmp(p->device, device) == 0 ? p->seq : 0;
  *p = (struct person){.cookie = cookie, .connect = connect, .enter = enter, .device = device, .seq = seq};
  p->waiting = NOBODY;
}

static inline void do_people(int count, char **words) {
  static char *kept;
  (void)count;
  if (are_in + under_way > 0) {
    refuse("people: %u are connected; close them first", are_in + under_way);
    return;
  }
  char *text = read_named(words[1]), *rest = text;
  if (text == NULL) return;
  people_count = 0;
  for (char *line; people_count < MOST_PEOPLE && (line = next_line(&rest)) != NULL;) add_person(line);
  for (uint32_t i = people_count; i < MOST_PEOPLE; i++) people[i] = (struct person){0};
  free(kept);
  kept = text;
  printf("{\"people\": %u}\n", people_count);
}

static inline void do_server(int count, char **words) {
  (void)count;
  if (strcmp(words[1], "127.0.0.1") != 0) {
    refuse("server %s: only 127.0.0.1 is ever loaded", words[1]);
    return;
  }
  server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  server.sin_port = htons((uint16_t)atoi(words[2]));
  puts("{}");
}

static inline void do_template(int count, char **words) {
  (void)count;
  char *text = read_named(words[1]);
  if (text == NULL) return;
  if (cut_template(text))
    puts("{}");
  else
    refuse("template %s: more than %d places to fill in", words[1], MOST_PIECES / 2 - 1);
}

static inline void do_others(int count, char **words) {
  (void)count;
  char *text = read_named(words[1]);
  if (text == NULL) return;
  read_others(text);
  puts("{}");
}

static inline void do_watch(int count, char **words) {
  struct scope who = {0, 0};
  bool all = strcmp(words[1], "all") == 0;
  if (!all && strcmp(words[1], "none") != 0) {
    if (count < 3) {
      refuse("watch %s: say none, all, or FROM TO [GROUPS]", words[1]);
      return;
    }
    if (!read_scope(words, &who)) return;
  }
  watching_all = all;
  watched = who;
  groups = count > 3 && atoi(words[3]) > 0 ? (uint32_t)atoi(words[3]) : 1;
  puts("{}");
}

#endif
