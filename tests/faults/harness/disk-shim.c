// A disk that fails, under a process that knows nothing of it: preloaded before libc.
//
// Of the store's files in SHIM_FOLDER it keeps what a power cut would leave: at every fsync that
// succeeds, a copy `<file>.durable` of what was written before. Files beside them switch faults on:
//   full   writes fail with ENOSPC
//   broken the next fsync fails with EIO, once
//   lying  fsync succeeds, and nothing becomes durable

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define PATH_CHARS 4096
#define COPY_BYTES 65536

static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;

static int ends_with(const char *text, const char *end) {
  size_t a = strlen(text), b = strlen(end);
  return a >= b && strcmp(text + a - b, end) == 0;
}

// Whether a descriptor is one of the store's files, and its path.
static int is_watched(int fd, char *path) {
  const char *folder = getenv("SHIM_FOLDER");
  if (folder == NULL) return 0;
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_CHARS - 1);
  if (length <= 0) return 0;
  path[length] = '\0';
  return strncmp(path, folder, strlen(folder)) == 0 &&
    (ends_with(path, ".db") || ends_with(path, "-wal"));
}

static void name_in_folder(char *path, const char *name) {
  snprintf(path, PATH_CHARS, "%s/%s", getenv("SHIM_FOLDER"), name);
}

static int is_on(const char *name) {
  char path[PATH_CHARS];
  name_in_folder(path, name);
  return access(path, F_OK) == 0;
}

static int takes_once(const char *name) {
  char path[PATH_CHARS];
  name_in_folder(path, name);
  return unlink(path) == 0;
}

static int is_full(int fd) {
  char path[PATH_CHARS];
  return is_watched(fd, path) && is_on("full");
}

static void copy_file(const char *from, const char *to) {
  static ssize_t (*real_write)(int, const void *, size_t);
  if (real_write == NULL) *(void **)&real_write = dlsym(RTLD_NEXT, "write");
  static char bytes[COPY_BYTES];
  int in = open(from, O_RDONLY);
  int out = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  for (ssize_t n; in >= 0 && out >= 0 && (n = read(in, bytes, sizeof bytes)) > 0;) {
    if (real_write(out, bytes, (size_t)n) != n) abort();
  }
  if (in >= 0) close(in);
  if (out >= 0) close(out);
}

static int synchronize(int fd, int (*real)(int)) {
  char path[PATH_CHARS];
  if (!is_watched(fd, path)) return real(fd);
  if (is_on("broken") && takes_once("broken")) {
    errno = EIO;
    return -1;
  }
  char begun[PATH_CHARS + 16], durable[PATH_CHARS + 16];
  snprintf(begun, sizeof begun, "%s.begun", path);
  snprintf(durable, sizeof durable, "%s.durable", path);
  pthread_mutex_lock(&one_at_a_time);
  int is_lying = is_on("lying");
  if (!is_lying) copy_file(path, begun);
  int result = real(fd);
  if (!is_lying && result == 0) rename(begun, durable);
  pthread_mutex_unlock(&one_at_a_time);
  return result;
}

#define REAL(name, type) \
  static type; \
  if (real == NULL) *(void **)&real = dlsym(RTLD_NEXT, name)

int fsync(int fd) {
  REAL("fsync", int (*real)(int));
  return synchronize(fd, real);
}

int fdatasync(int fd) {
  REAL("fdatasync", int (*real)(int));
  return synchronize(fd, real);
}

ssize_t write(int fd, const void *bytes, size_t n) {
  REAL("write", ssize_t (*real)(int, const void *, size_t));
  if (is_full(fd)) {
    errno = ENOSPC;
    return -1;
  }
  return real(fd, bytes, n);
}

ssize_t pwrite(int fd, const void *bytes, size_t n, off_t at) {
  REAL("pwrite", ssize_t (*real)(int, const void *, size_t, off_t));
  if (is_full(fd)) {
    errno = ENOSPC;
    return -1;
  }
  return real(fd, bytes, n, at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t n, off64_t at) {
  REAL("pwrite64", ssize_t (*real)(int, const void *, size_t, off64_t));
  if (is_full(fd)) {
    errno = ENOSPC;
    return -1;
  }
  return real(fd, bytes, n, at);
}
