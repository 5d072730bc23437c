/* What a phase of the load generator counts: how long things took, what was posted, and who has seen what. A posted
   note carries a mark, "@" + number + "." + microseconds + "@"; whoever finds the mark in what they receive has seen
   the note. Each pair of a person and a mark counts once, so a lost or doubled note cannot hide in a total.
*/
#ifndef TALLY_H
#define TALLY_H

#include "wire.h"

enum { MARK = 24, NUMBER_DIGITS = 7, STAMP_DIGITS = 14, MOST_MARKS = 10000000, FINE = 128, NOBODY = -1 };

/* A distribution of microseconds in steps of less than 1 %: small, whatever is counted. */
struct spread {
  uint32_t step[(64 - 6) * FINE];
  uint64_t count, most;
};

struct posted {
  uint64_t sent;
  uint32_t author, seq;
  int32_t earlier; /* the author's previous post that has no answer yet, or NOBODY */
};

struct tally {
  bool running;
  uint32_t base, planned, count;           /* marks base..base+count-1 were posted in this phase */
  struct posted *posts;
  uint64_t *seen;                          /* a row of `words` for each person: one bit for each post */
  size_t words;
  uint32_t *watchers;                      /* how many must see a post, by group */
  uint64_t expected, deliveries, duplicates, tellings, answered, refused, last_answer;
  struct spread latency, answer;
  char why[64];                            /* the first reason of a refusal */
};

static struct tally tally;

static inline void spread_add(struct spread *s, uint64_t us) {
  size_t step = us;
  if (us >= FINE) {
    int shift = 63 - __builtin_clzll(us) - 7;
    step = (size_t)(shift + 1) * FINE + (us >> shift) - FINE;
  }
  s->step[step]++;
  s->count++;
  if (us > s->most) s->most = us;
}

/* The value in ms that this share of all does not exceed. */
static inline double spread_ms(const struct spread *s, double share) {
  uint64_t before = 0, rank = (uint64_t)(share * (double)s->count);
  for (size_t i = 0; s->count && i < sizeof s->step / sizeof *s->step; i++) {
    before += s->step[i];
    if (before <= rank && before < s->count) continue;
    size_t shift = i / FINE ? i / FINE - 1 : 0;
    double us = i < FINE ? (double)i : (double)((FINE + i % FINE) << shift) + (double)(1ull << shift) / 2;
    return us / 1000;
  }
  return 0;
}

static inline void digits(char *at, int count, uint64_t value) {
  for (int i = count - 1; i >= 0; i--, value /= 10) at[i] = (char)('0' + value % 10);
}

/* The number in exactly these digits, or -1 when one of them is no digit. */
static inline int64_t number(const char *at, int count) {
  int64_t value = 0;
  for (int i = 0; i < count; i++) {
    if (at[i] < '0' || at[i] > '9') return -1;
    value = value * 10 + (at[i] - '0');
  }
  return value;
}

static inline void mark_write(char *at, uint32_t post, uint64_t stamp) {
  at[0] = at[MARK - 1] = '@';
  digits(at + 1, NUMBER_DIGITS, post);
  at[1 + NUMBER_DIGITS] = '.';
  digits(at + 2 + NUMBER_DIGITS, STAMP_DIGITS, stamp);
}

static inline void tally_end(void) {
  tally.running = false;
  free(tally.posts);
  free(tally.seen);
  free(tally.watchers);
  tally.posts = NULL, tally.seen = NULL, tally.watchers = NULL;
}

/* Begin to count a phase of `planned` posts among `people`; false when that is more than can be kept. */
static inline bool tally_begin(uint32_t planned, size_t people, size_t groups) {
  uint32_t base = tally.base + tally.count;
  size_t words = (planned + 63) / 64;
  if (base + planned > MOST_MARKS || words * people > (1u << 26)) return false;
  memset(&tally, 0, sizeof tally);
  tally.base = base, tally.planned = planned, tally.words = words, tally.running = true;
  tally.posts = calloc(planned, sizeof *tally.posts);
  tally.seen = calloc(words * people, sizeof *tally.seen);
  tally.watchers = calloc(groups, sizeof *tally.watchers);
  if (!tally.posts || !tally.seen || !tally.watchers) fail("memory");
  return true;
}

/* This person has this mark before them. Marks of an earlier phase, or of another generator, are not ours. */
static inline void tally_mark(uint32_t who, bool must_see, uint32_t groups, const char *mark, uint64_t now) {
  int64_t index = number(mark + 1, NUMBER_DIGITS) - (int64_t)tally.base;
  if (index < 0 || index >= (int64_t)tally.count) return;
  const struct posted *post = &tally.posts[index];
  if (number(mark + 2 + NUMBER_DIGITS, STAMP_DIGITS) != (int64_t)post->sent) return;
  if (!must_see || who % groups != post->author % groups) return;
  uint64_t *word = &tally.seen[who * tally.words + (size_t)index / 64], bit = 1ull << index % 64;
  if (*word & bit) {
    /* Authors may rightly get their own note twice: as its author and as one of the audience. */
    tally.duplicates += who != post->author;
    return;
  }
  *word |= bit;
  tally.deliveries++;
  spread_add(&tally.latency, now - post->sent);
}

/* Find all marks in a packet: notes may come many in one frame. */
static inline void tally_scan(uint32_t who, bool must_see, uint32_t groups, const char *at, size_t size, uint64_t now) {
  const char *end = at + size;
  while ((at = memchr(at, '@', (size_t)(end - at))) != NULL) {
    if (end - at < MARK) return;
    bool mark = at[1 + NUMBER_DIGITS] == '.' && at[MARK - 1] == '@';
    if (mark) tally_mark(who, must_see, groups, at, now);
    at += mark ? MARK : 1;
  }
}

/* The answer to the author's post with this count; `waiting` is the chain of the author's posts without an answer. */
static inline void tally_answer(int32_t *waiting, uint32_t seq, const char *reason, size_t size, uint64_t now) {
  for (int32_t *link = waiting; *link != NOBODY; link = &tally.posts[*link].earlier) {
    const struct posted *post = &tally.posts[*link];
    if (post->seq != seq) continue;
    *link = post->earlier;
    tally.last_answer = now;
    if (reason == NULL) {
      tally.answered++;
      spread_add(&tally.answer, now - post->sent);
    } else if (tally.refused++ == 0) {
      snprintf(tally.why, sizeof tally.why, "%.*s", (int)size, reason);
    }
    return;
  }
}

/* Whether everybody has seen all they must, and every wish has its answer. */
static inline bool tally_complete(void) {
  return tally.deliveries == tally.expected && tally.answered + tally.refused == tally.count;
}

#endif
