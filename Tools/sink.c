/*
 * An SMTP server that accepts mail and discards it: the other end of trials and benchmarks.
 *
 *   cc -O2 -pthread -o sink Tools/sink.c
 *   sink [--address A] [--port N] [--rtt US] [--dot US] [--log FILE] [--refusals FILE] [--ambiguous N] [--soft N] [--hard N]
 *
 *   --address A      the IPv4 address to listen on; 127.0.0.1 is the default
 *   --port N         the port to listen on; 0, the default, picks a free one
 *   --rtt US         sleeps this many microseconds per batch of commands, like a distant server
 *   --dot US         sleeps this many more before the reply to a final dot, like a server that syncs its queue
 *   --log FILE       appends the recipients of each accepted message, one per line, before the reply
 *   --refusals FILE  appends each recipient refused with 550, one per line, before the reply
 *   --ambiguous N    each N-th message: accepted and logged, but the connection is closed without a reply
 *   --soft N         each N-th RCPT: 451 4.7.1
 *   --hard N         each N-th RCPT: 550 5.1.1 (takes precedence over --soft)
 *
 * N counts over all connections; 0 is never. Prints its port as the first line of standard output. SIGTERM ends it with
 * one line of names and numbers; `seconds` is the time from the first MAIL to the last accepted message, `cpu` is its own.
 *
 * One thread per connection. SIZE is offered, but not enforced.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { BUFFER = 64 * 1024, REPLIES = 16 * 1024, RECIPIENTS = 16 * 1024 };

static struct {
  in_addr_t address;
  long port, rtt, dot, ambiguous, soft, hard;
  int log, refusals;
} options = {.address = INADDR_LOOPBACK, .log = -1, .refusals = -1};

static struct {
  atomic_long messages, connections, octets, recipients, deferred, refused, unanswered;
  /* Nanoseconds of the monotonic clock; 0 before the first. */
  atomic_long first, last;
} counts;

typedef struct {
  int socket;
  /* Octets not yet understood: a part of a command, or the end of what has come of a message. */
  size_t length;
  char buffer[BUFFER];
  size_t replies_length;
  char replies[REPLIES];
  /* Of the message at hand, each with a line feed. */
  size_t recipients_length;
  char recipients[RECIPIENTS];
  bool has_sender, is_in_data, is_over;
} Connection;

static long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000L + time.tv_nsec;
}

static void sleep_microseconds(long count) {
  if (count <= 0) return;
  struct timespec time = {count / 1000000, count % 1000000 * 1000};
  while (nanosleep(&time, &time) != 0 && errno == EINTR) {}
}

/* True if all of it was written. */
static bool append(int file, const char *text, size_t length) {
  if (file < 0) return true;
  return write(file, text, length) == (ssize_t)length; /* O_APPEND: whole lines, whichever thread writes */
}

/* Sends the answers gathered so far. */
static void flush(Connection *self) {
  for (size_t sent = 0; sent < self->replies_length;) {
    ssize_t count = send(self->socket, self->replies + sent, self->replies_length - sent, MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      self->is_over = true;
      break;
    }
    sent += (size_t)count;
  }
  self->replies_length = 0;
}

static void answer(Connection *self, const char *line) {
  size_t length = strlen(line);
  if (self->replies_length + length + 2 > REPLIES) flush(self);
  memcpy(self->replies + self->replies_length, line, length);
  memcpy(self->replies + self->replies_length + length, "\r\n", 2);
  self->replies_length += length + 2;
}

static void forget_envelope(Connection *self) {
  self->has_sender = false;
  self->recipients_length = 0;
}

static bool is_nth(long ordinal, long n) { return n > 0 && ordinal % n == 0; }

static const char *mail(Connection *self) {
  if (self->has_sender) return "503 5.5.1 one message at a time";
  long unset = 0;
  if (counts.first == 0) atomic_compare_exchange_strong(&counts.first, &unset, now());
  self->has_sender = true;
  return "250 2.1.0 sender ok";
}

/* `line` is all of `RCPT TO:<a@b>`, without its end. */
static const char *rcpt(Connection *self, char *line, size_t length) {
  if (!self->has_sender) return "503 5.5.1 MAIL first";
  char *begin = memchr(line, '<', length);
  char *end = begin ? memchr(begin, '>', length - (size_t)(begin - line)) : NULL;
  if (!end) return "501 5.1.3 no address";
  begin++;
  *end++ = '\n';
  size_t size = (size_t)(end - begin);
  if (self->recipients_length + size > RECIPIENTS) return "452 4.5.3 too many recipients";
  long ordinal = ++counts.recipients;
  if (is_nth(ordinal, options.hard)) {
    if (!append(options.refusals, begin, size)) return "451 4.3.0 cannot write the refusal";
    counts.refused++;
    return "550 5.1.1 no such mailbox";
  }
  if (is_nth(ordinal, options.soft)) {
    counts.deferred++;
    return "451 4.7.1 try again later";
  }
  memcpy(self->recipients + self->recipients_length, begin, size);
  self->recipients_length += size;
  return "250 2.1.5 recipient ok";
}

static const char *data(Connection *self) {
  if (self->recipients_length == 0) return "554 5.5.1 no valid recipients";
  self->is_in_data = true;
  return "354 go ahead";
}

static const char *reset(Connection *self) {
  forget_envelope(self);
  return "250 2.0.0 ok";
}

static const char *hello(Connection *self) {
  forget_envelope(self);
  return "250-sink.invalid\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE 52428800";
}

static const char *quit(Connection *self) {
  self->is_over = true;
  return "221 2.0.0 goodbye";
}

static bool is(const char *word, const char *line, size_t length) {
  return length >= 4 && strncasecmp(line, word, 4) == 0;
}

/* Returns the answer, without the end of its last line. */
static const char *obey(Connection *self, char *line, size_t length) {
  if (is("MAIL", line, length)) return mail(self);
  if (is("RCPT", line, length)) return rcpt(self, line, length);
  if (is("DATA", line, length)) return data(self);
  if (is("EHLO", line, length)) return hello(self);
  if (is("HELO", line, length) || is("RSET", line, length)) return reset(self);
  if (is("NOOP", line, length)) return "250 2.0.0 ok";
  if (is("QUIT", line, length)) return quit(self);
  return "500 5.5.2 unknown command";
}

/* A message is complete: takes it, and only then answers. */
static void take(Connection *self) {
  self->is_in_data = false;
  bool is_logged = append(options.log, self->recipients, self->recipients_length);
  forget_envelope(self);
  if (!is_logged) {
    answer(self, "451 4.3.0 cannot write the log");
    return;
  }
  long ordinal = ++counts.messages;
  sleep_microseconds(options.rtt + options.dot);
  counts.last = now();
  if (is_nth(ordinal, options.ambiguous)) {
    counts.unanswered++;
    self->replies_length = 0;
    self->is_over = true;
    return;
  }
  answer(self, "250 2.0.0 taken");
}

/* The octet after CR LF `.` CR LF, or NULL. From CR to CR: with lines of 70 octets four times as fast as memmem. */
static char *after_final_dot(char *text, const char *end) {
  for (char *cr = text; (cr = memchr(cr, '\r', (size_t)(end - cr))) && end - cr >= 5; cr++)
    if (memcmp(cr, "\r\n.\r\n", 5) == 0) return cr + 5;
  return NULL;
}

/*
 * What is in the buffer from `start`, in data: returns where the message ends, or drops all but what could be the
 * beginning of its end and returns 0.
 */
static size_t end_of_message(Connection *self, size_t start) {
  char *end = after_final_dot(self->buffer + start, self->buffer + self->length);
  if (end) return (size_t)(end - self->buffer);
  size_t kept = self->length - start < 4 ? self->length - start : 4;
  memmove(self->buffer, self->buffer + self->length - kept, kept);
  self->length = kept;
  return 0;
}

/* Goes through what has come. Returns false if nothing was asked that the round trip should be slept for. */
static bool understand(Connection *self) {
  size_t start = 0;
  bool was_command = false;
  while (start < self->length && !self->is_over) {
    if (self->is_in_data) {
      size_t end = end_of_message(self, start);
      if (end == 0) return was_command;
      start = end;
      take(self);
      continue;
    }
    char *line = self->buffer + start, *feed = memchr(line, '\n', self->length - start);
    if (!feed) break;
    size_t length = (size_t)(feed - line);
    start += length + 1;
    answer(self, obey(self, line, length > 0 && line[length - 1] == '\r' ? length - 1 : length));
    was_command = true;
    if (self->is_in_data) {
      /* So that a lone dot at once (an empty message) is an end too: the CR LF of DATA is its first half. */
      start -= 2;
      memcpy(self->buffer + start, "\r\n", 2);
    }
  }
  if (start > self->length) start = self->length;
  self->length -= start;
  memmove(self->buffer, self->buffer + start, self->length);
  return was_command;
}

static void *serve(void *argument) {
  Connection *self = argument;
  counts.connections++;
  sleep_microseconds(options.rtt);
  answer(self, "220 sink.invalid ESMTP");
  flush(self);
  while (!self->is_over && self->length < BUFFER) {
    ssize_t count = recv(self->socket, self->buffer + self->length, BUFFER - self->length, 0);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    self->length += (size_t)count;
    counts.octets += count;
    if (understand(self)) sleep_microseconds(options.rtt);
    flush(self);
  }
  close(self->socket);
  free(self);
  return NULL;
}

static void *accept_connections(void *argument) {
  int listener = *(int *)argument, one = 1;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, 128 * 1024);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  for (;;) {
    int client = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
    if (client < 0) {
      if (errno != EINTR && errno != ECONNABORTED) sleep_microseconds(10000); /* out of files, perhaps */
      continue;
    }
    setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    Connection *connection = malloc(sizeof *connection);
    pthread_t thread;
    if (!connection) {
      close(client);
      continue;
    }
    connection->socket = client;
    connection->length = connection->replies_length = connection->recipients_length = 0;
    connection->has_sender = connection->is_in_data = connection->is_over = false;
    if (pthread_create(&thread, &attributes, serve, connection) != 0) {
      close(client);
      free(connection);
    }
  }
  return NULL;
}

static void report(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  double cpu = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
    + (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
  printf("messages %ld connections %ld octets %ld deferred %ld refused %ld unanswered %ld seconds %.6f cpu %.6f\n",
    counts.messages, counts.connections, counts.octets, counts.deferred, counts.refused, counts.unanswered,
    counts.last > counts.first ? (double)(counts.last - counts.first) / 1e9 : 0.0, cpu);
  fflush(stdout);
}

static int fail(const char *what) {
  perror(what);
  return 1;
}

static int open_log(const char *path) {
  int file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if (file < 0) exit(fail(path));
  return file;
}

static in_addr_t address(const char *text) {
  struct in_addr found;
  if (inet_pton(AF_INET, text, &found) != 1) {
    fprintf(stderr, "sink: %s is not an IPv4 address\n", text);
    exit(64);
  }
  return ntohl(found.s_addr);
}

static long number(const char *text) {
  char *end;
  long value = strtol(text, &end, 10);
  if (end != text && *end == '\0' && value >= 0) return value;
  fprintf(stderr, "sink: %s is not a number\n", text);
  exit(64);
}

static void read_options(int count, char **words) {
  static const struct option names[] = {
    {"port", 1, NULL, 'p'}, {"rtt", 1, NULL, 'r'}, {"dot", 1, NULL, 'd'}, {"log", 1, NULL, 'l'},
    {"refusals", 1, NULL, 'f'}, {"ambiguous", 1, NULL, 'a'}, {"soft", 1, NULL, 's'}, {"hard", 1, NULL, 'h'},
    {"address", 1, NULL, 'i'}, {0}};
  for (int letter; (letter = getopt_long(count, words, "", names, NULL)) != -1;) {
    switch (letter) {
    case 'i': options.address = address(optarg); break;
    case 'p': options.port = number(optarg); break;
    case 'r': options.rtt = number(optarg); break;
    case 'd': options.dot = number(optarg); break;
    case 'l': options.log = open_log(optarg); break;
    case 'f': options.refusals = open_log(optarg); break;
    case 'a': options.ambiguous = number(optarg); break;
    case 's': options.soft = number(optarg); break;
    case 'h': options.hard = number(optarg); break;
    default: exit(64);
    }
  }
}

int main(int argument_count, char **arguments) {
  read_options(argument_count, arguments);
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), one = 1;
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  struct sockaddr_in address = {
    .sin_family = AF_INET, .sin_port = htons((uint16_t)options.port), .sin_addr.s_addr = htonl(options.address)};
  socklen_t length = sizeof address;
  if (bind(listener, (struct sockaddr *)&address, length) != 0 || listen(listener, 1024) != 0) return fail("sink");
  if (getsockname(listener, (struct sockaddr *)&address, &length) != 0) return fail("sink");

  sigset_t ending; /* blocked in every thread, awaited in this one */
  sigemptyset(&ending);
  sigaddset(&ending, SIGTERM);
  sigaddset(&ending, SIGINT);
  pthread_sigmask(SIG_BLOCK, &ending, NULL);
  pthread_t thread;
  if (pthread_create(&thread, NULL, accept_connections, &listener) != 0) return fail("sink");

  printf("%d\n", ntohs(address.sin_port));
  fflush(stdout);
  int signal;
  sigwait(&ending, &signal);
  report();
  _exit(0); /* the other threads end with the process */
}
