/* The load generator of the bench: plays up to 20,000 people at once, lets them post at a given pace, and tells how
   long it took until everybody had seen everything. It is told what to do in lines on its standard input, and answers
   each with one line of JSON. It talks to this machine alone, and every phase ends by itself.
*/
#define _GNU_SOURCE
#include "setup.h"
#include <poll.h>

enum { MOST_WORDS = 8, MOST_LINE = 4096, PATIENCE = 30, BATCH = 100, DRAIN = 10 };

static bool quitting;

static double seconds_since(uint64_t begin) { return (double)(now_us() - begin) / 1e6; }
static uint64_t after(uint64_t begin, double seconds) { return begin + (uint64_t)(seconds * 1e6); }

/* Own user and system time, in seconds. */
static double cpu(void) {
  struct rusage used;
  getrusage(RUSAGE_SELF, &used);
  return (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
         (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

/* Tell why things failed, if any did, as one more member of an answer. */
static void print_why(const char *why) {
  if (*why == 0) return;
  printf(", \"why\": \"");
  for (; *why; why++) putchar(*why == '"' || *why == '\\' || (unsigned char)*why < ' ' ? '\'' : *why);
  putchar('"');
}

static void do_connect(int count, char **words) {
  struct scope who;
  if (!read_scope(words, &who)) return;
  double seconds = atof(words[3]), used = cpu();
  uint32_t batch = count > 4 ? (uint32_t)atoi(words[4]) : BATCH, began_in = are_in, next = who.from, wanted = 0;
  uint64_t begin = now_us(), end = after(begin, seconds + PATIENCE), bytes = bytes_read;
  joining = (struct spread){0};
  failures = 0, *first_failure = 0;
  while ((next < who.to || under_way > 0) && now_us() < end) {
    double share = (double)(next - who.from) / (who.to - who.from);
    uint64_t due = after(begin, seconds * share);
    bool may = next < who.to && (seconds > 0 ? now_us() >= due : under_way < batch);
    if (may && people[next].step == AWAY) wanted++, knock(&people[next]);
    next += may;
    if (!may) turn(next < who.to && seconds > 0 && due < end ? due : end);
  }
  for (uint32_t i = who.from; i < who.to; i++)
    if (people[i].step != AWAY && people[i].step != IN) lost(&people[i], "not in after 30 seconds", "", 0);
  uint32_t came = are_in - began_in;
  printf("{\"in\": %u, \"failed\": %u, \"seconds\": %.3f, \"p50\": %.3f, \"p99\": %.3f, \"bytes\": %lu, "
         "\"cpu\": %.3f",
         came, wanted - came, seconds_since(begin), spread_ms(&joining, .5), spread_ms(&joining, .99),
         bytes_read - bytes, cpu() - used);
  print_why(first_failure);
  puts("}");
}

static void do_close(int count, char **words) {
  struct scope who;
  struct linger reset = {.l_onoff = 1, .l_linger = 0};
  uint32_t closed = 0;
  if (!read_scope(words, &who)) return;
  for (uint32_t i = who.from; i < who.to; i++) {
    if (people[i].step == AWAY) continue;
    if (count > 3) setsockopt(people[i].line.fd, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    leave(&people[i]);
    closed++;
  }
  printf("{\"closed\": %u}\n", closed);
}

/* Who must see what is posted: those of the watch that are in as the phase begins. */
static void settle_watchers(void) {
  for (uint32_t i = 0; i < people_count; i++) {
    bool meant = watching_all || (i >= watched.from && i < watched.to);
    people[i].watching = meant && people[i].step == IN;
    people[i].waiting = NOBODY;
    tally.watchers[i % groups] += people[i].watching;
  }
}

/* The next author in turn who is still in, or NULL when nobody is. */
static struct person *next_author(struct scope who, uint32_t *turn_of) {
  for (uint32_t tried = 0; tried < who.to - who.from; tried++) {
    struct person *p = &people[who.from + (*turn_of)++ % (who.to - who.from)];
    if (p->step == IN) return p;
  }
  return NULL;
}

/* Post all that is planned, each at its time, and read on until everybody has everything or time is up. */
static void run_phase(struct scope who, double rate, uint64_t begin, uint64_t end) {
  uint32_t turn_of = 0;
  while (tally.count < tally.planned || !tally_complete()) {
    uint64_t now = now_us(), due = rate > 0 ? after(begin, tally.count / rate) : begin;
    if (now >= end) return;
    if (tally.count == tally.planned || now < due) {
      turn(tally.count < tally.planned && due < end ? due : end);
      continue;
    }
    struct person *author = next_author(who, &turn_of);
    if (author == NULL) return;
    submit(author);
  }
}

static void print_phase(uint64_t begin, uint64_t bytes, double used) {
  bool complete = tally.count == tally.planned && tally_complete();
  double last = tally.last_answer ? (double)(tally.last_answer - begin) / 1000 : 0;
  printf("{\"posted\": %u, \"answered\": %lu, \"refused\": %lu, \"deliveries\": %lu, \"expected\": %lu, "
         "\"complete\": %s, \"duplicates\": %lu, \"p50\": %.3f, \"p99\": %.3f, \"max\": %.3f, "
         "\"answer_p50\": %.3f, \"answer_p99\": %.3f, \"answer_last\": %.3f, "
         "\"tellings\": %lu, \"bytes\": %lu, \"seconds\": %.3f, \"cpu\": %.3f",
         tally.count, tally.answered, tally.refused, tally.deliveries, tally.expected, complete ? "true" : "false",
         tally.duplicates, spread_ms(&tally.latency, .5), spread_ms(&tally.latency, .99),
         (double)tally.latency.most / 1000, spread_ms(&tally.answer, .5), spread_ms(&tally.answer, .99), last,
         tally.tellings, bytes_read - bytes, seconds_since(begin), cpu() - used);
  print_why(tally.refused ? tally.why : first_failure);
  puts("}");
}

static void do_post(int count, char **words) {
  struct scope who;
  if (!read_scope(words, &who)) return;
  double rate = atof(words[3]), seconds = rate > 0 ? atof(words[4]) : 0, drain = count > 5 ? atof(words[5]) : DRAIN;
  double planned = rate > 0 ? rate * seconds + .5 : 0;
  if (rate <= 0)
    for (uint32_t i = who.from; i < who.to; i++) planned += people[i].step == IN;
  if (piece_count == 0 || are_in == 0 || planned < 1 || planned > MOST_MARKS) {
    refuse("post: give a template first, people who are in, and a rate and time that make 1 to %d posts", MOST_MARKS);
    return;
  }
  if (!tally_begin((uint32_t)planned, people_count, groups)) {
    refuse("post: %.0f posts and %u people are more than can be kept count of", planned, people_count);
    return;
  }
  settle_watchers();
  failures = 0, *first_failure = 0;
  uint64_t begin = now_us(), bytes = bytes_read;
  double used = cpu();
  run_phase(who, rate, begin, after(begin, seconds + drain));
  print_phase(begin, bytes, used);
  tally_end();
}

static void do_wait(int count, char **words) {
  (void)count;
  uint64_t end = after(now_us(), atof(words[1])), frames = frames_read, bytes = bytes_read;
  double used = cpu();
  while (now_us() < end) turn(end);
  printf("{\"frames\": %lu, \"bytes\": %lu, \"cpu\": %.3f}\n", frames_read - frames, bytes_read - bytes, cpu() - used);
}

static void do_stats(int count, char **words) {
  (void)count, (void)words;
  long pages = 0;
  FILE *file = fopen("/proc/self/statm", "r");
  if (file == NULL || fscanf(file, "%*d %ld", &pages) != 1) pages = 0;
  if (file != NULL) fclose(file);
  printf("{\"open\": %u, \"cpu\": %.3f, \"rss\": %ld}\n", are_in, cpu(), pages * (sysconf(_SC_PAGESIZE) / 1024));
}

static void do_quit(int count, char **words) {
  (void)count, (void)words;
  quitting = true;
}

static const struct command {
  const char *name, *form;
  int least; /* words, the name included */
  void (*run)(int count, char **words);
} COMMANDS[] = {
  {"people", "FILE", 2, do_people},
  {"server", "127.0.0.1 PORT", 3, do_server},
  {"connect", "FROM TO SECONDS [BATCH]", 4, do_connect},
  {"close", "FROM TO [rst]", 3, do_close},
  {"template", "FILE", 2, do_template},
  {"others", "FILE", 2, do_others},
  {"watch", "none | all | FROM TO [GROUPS]", 2, do_watch},
  {"post", "FROM TO RATE SECONDS [DRAIN]", 5, do_post},
  {"wait", "SECONDS", 2, do_wait},
  {"stats", "", 1, do_stats},
  {"quit", "", 1, do_quit},
};

static void obey(char *line) {
  char *words[MOST_WORDS];
  int count = 0;
  for (char *word; count < MOST_WORDS && (word = strsep(&line, " \r")) != NULL;)
    if (*word) words[count++] = word;
  for (size_t i = 0; count > 0 && i < sizeof COMMANDS / sizeof *COMMANDS; i++) {
    const struct command *command = &COMMANDS[i];
    if (strcmp(words[0], command->name) != 0) continue;
    if (count < command->least)
      refuse("%s needs: %s %s", words[0], words[0], command->form);
    else
      command->run(count, words);
    return;
  }
  refuse("%s: no such command", count > 0 ? words[0] : "an empty line");
}

/* Take in what is on standard input and obey the lines that are complete; false at its end. */
static bool obey_input(void) {
  static char input[MOST_LINE];
  static size_t have;
  ssize_t got = read(STDIN_FILENO, input + have, sizeof input - have);
  if (got <= 0) return false;
  have += (size_t)got;
  for (char *end; !quitting && (end = memchr(input, '\n', have)) != NULL;) {
    size_t line = (size_t)(end - input) + 1;
    *end = 0;
    obey(input);
    fflush(stdout);
    memmove(input, input + line, have -= line);
  }
  return !quitting && have < sizeof input;
}

int main(void) {
  raise_descriptors();
  epoll = epoll_create1(EPOLL_CLOEXEC);
  people = calloc(MOST_PEOPLE, sizeof *people);
  if (epoll < 0 || people == NULL) fail("start");
  /* Between commands the people stay: they hear what comes, and answer the heartbeat. */
  struct pollfd sources[] = {{.fd = STDIN_FILENO, .events = POLLIN}, {.fd = epoll, .events = POLLIN}};
  for (;;) {
    if (poll(sources, 2, -1) < 0 && errno != EINTR) fail("poll");
    if (sources[1].revents) turn(0);
    if (sources[0].revents && !obey_input()) return 0;
  }
}
