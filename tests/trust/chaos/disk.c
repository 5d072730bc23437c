/* Stands between the store and its disk (LD_PRELOAD), for tests of power cuts and full disks.

   It notes how long each file was when it was last truly on disk (fsync), so that a test can cut away what a power cut
   would have taken. And it can be told that the disk is full. Both go through one small page that the test has mapped
   too; its layout is known by disk.py. New files and new names count as on disk at once; what is in them does not. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define SLOTS 4096

struct page {
    int64_t loaded;  /* times this library was loaded */
    int64_t room;    /* bytes that can still be written, -1 when there is plenty */
    int64_t refused; /* writes that found no room */
    struct file {    /* of the file with this inode number, `kept` bytes survive a power cut */
        uint64_t inode;
        int64_t kept;
    } files[SLOTS];
};

static struct page *page;
static const char *directory;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static void give_up(const char *why) {
    dprintf(STDERR_FILENO, "disk.c: %s\n", why);
    _exit(97);
}

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("CHAOS_DISK_PAGE");
    directory = getenv("CHAOS_DISK_DIRECTORY");
    if (!path || !directory) give_up("CHAOS_DISK_PAGE and CHAOS_DISK_DIRECTORY must say what this is about");
    int fd = REAL(open64)(path, O_RDWR | O_CLOEXEC);
    page = mmap(NULL, sizeof *page, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (page == MAP_FAILED) give_up("the file of CHAOS_DISK_PAGE cannot be mapped");
    close(fd);
    page->loaded++;
}

/* Files that are gone leave their slot; a few thousand is far more than any run makes. */
static struct file *file_of(uint64_t inode) {
    for (uint64_t step = 0; step < SLOTS; step++) {
        struct file *file = &page->files[(inode + step) % SLOTS];
        uint64_t there = __sync_val_compare_and_swap(&file->inode, 0, inode);
        if (there == 0 || there == inode) return file;
    }
    give_up("more files than its page has place for");
    return NULL;
}

/* What is at and after `length` was never brought to disk, or is there no more. */
static void keep_at_most(const struct stat *told, int64_t length) {
    struct file *file = file_of(told->st_ino);
    if (file->kept > length) file->kept = length;
}

static void opened(int fd) {
    struct stat told;
    if (fd >= 0 && page && fstat(fd, &told) == 0 && S_ISREG(told.st_mode) && told.st_size == 0) keep_at_most(&told, 0);
}

/* How long the file is before the sync begins: what is written meanwhile may miss it. */
static int brought_to_disk(int fd, int (*bring)(int)) {
    struct stat told;
    int known = fstat(fd, &told) == 0 && S_ISREG(told.st_mode);
    int result = bring(fd);
    if (known && result == 0) {
        struct file *file = file_of(told.st_ino);
        if (file->kept < told.st_size) file->kept = told.st_size;
    }
    return result;
}

static int of_the_store(int fd) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    size_t prefix = strlen(directory);
    return length > (ssize_t)prefix && strncmp(path, directory, prefix) == 0 && path[prefix] == '/';
}

/* How much of `size` there is room for; 0 is a refusal. As on a real disk, the last write before may be half done. */
static size_t room_for(int fd, size_t size) {
    if (!page || page->room < 0 || size == 0 || !of_the_store(fd)) return size;
    int64_t room = page->room;
    if (room <= 0) {
        __sync_fetch_and_add(&page->refused, 1);
        errno = ENOSPC;
        return 0;
    }
    if ((int64_t)size > room) size = (size_t)room;
    __sync_fetch_and_sub(&page->room, (int64_t)size);
    return size;
}

int fsync(int fd) { return brought_to_disk(fd, REAL(fsync)); }

int fdatasync(int fd) { return brought_to_disk(fd, REAL(fdatasync)); }

ssize_t write(int fd, const void *bytes, size_t size) {
    static ssize_t (*real)(int, const void *, size_t);
    if (!real) real = REAL(write);
    size_t some = room_for(fd, size);
    return size && !some ? -1 : real(fd, bytes, some);
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
    static ssize_t (*real)(int, const struct iovec *, int);
    if (!real) real = REAL(writev);
    if (page->room >= 0 && of_the_store(fd)) return write(fd, parts[0].iov_base, parts[0].iov_len);
    return real(fd, parts, count);
}

size_t fwrite(const void *bytes, size_t size, size_t count, FILE *file) {
    static size_t (*real)(const void *, size_t, size_t, FILE *);
    if (!real) real = REAL(fwrite);
    return room_for(fileno(file), size * count) < size * count ? 0 : real(bytes, size, count, file);
}

int open64(const char *path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
    va_end(more);
    int fd = REAL(open64)(path, flags, mode);
    if (flags & (O_CREAT | O_TRUNC)) opened(fd);
    return fd;
}

FILE *fopen64(const char *path, const char *mode) {
    FILE *file = REAL(fopen64)(path, mode);
    if (file && mode[0] != 'r') opened(fileno(file));
    return file;
}

FILE *fopen(const char *path, const char *mode) { return fopen64(path, mode); }

int ftruncate64(int fd, off64_t length) {
    struct stat told;
    int result = REAL(ftruncate64)(fd, length);
    if (result == 0 && fstat(fd, &told) == 0) keep_at_most(&told, length);
    return result;
}

int truncate64(const char *path, off64_t length) {
    struct stat told;
    int result = REAL(truncate64)(path, length);
    if (result == 0 && stat(path, &told) == 0) keep_at_most(&told, length);
    return result;
}
