// The native command's platform: POSIX clocks, randomness, waiting with signals, paths.

#define _GNU_SOURCE // ppoll
#include "../command/command.h"
#include "base/host.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

// Ctrl+C not yet passed on. The only mutable global: a signal handler has no other place.
static volatile sig_atomic_t interrupts;

static struct timespec timespec_from_ms(double ms) {
    double seconds = floor(ms / 1000);
    return (struct timespec){.tv_sec = (time_t)seconds, .tv_nsec = (long)((ms - seconds * 1000) * 1e6)};
}

static double seconds(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

double host_clock_ms(void *host) { return seconds(CLOCK_MONOTONIC) * 1000; }

double host_time(void *host) { return seconds(CLOCK_REALTIME); }

bool host_random(void *host, void *bytes, size_t n) {
    for (char *at = bytes; n > 0;) {
        size_t part = n < 256 ? n : 256; // getentropy gives no more at once
        if (getentropy(at, part) != 0) return false;
        at += part;
        n -= part;
    }
    return true;
}

static void on_interrupt(int number) {
    // An engine that does not come back to its host is ended by the third Ctrl+C, as a program without handler.
    if (++interrupts >= 3) {
        signal(number, SIG_DFL);
        raise(number);
    }
}

void platform_open(void) {
    // A program without a standard stream prints into nothing, as in python3 (and no file that is opened takes its place).
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd ? O_WRONLY : O_RDONLY) < 0) break;
    struct sigaction action = {0};
    action.sa_handler = on_interrupt; // without SA_RESTART: waiting ends
    sigaction(SIGINT, &action, NULL);
    signal(SIGPIPE, SIG_IGN); // writing then fails with EPIPE, which the program gets as BrokenPipeError
}

bool platform_take_interrupt(void) {
    if (!interrupts) return false;
    interrupts = 0;
    return true;
}

WaitResult platform_wait(double ms, bool read_input) {
    // SIGINT is let in only while ppoll waits: a signal between the question and the wait is not lost.
    sigset_t blocked, before;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGINT);
    sigprocmask(SIG_BLOCK, &blocked, &before);
    WaitResult result = WAIT_SIGNAL;
    if (!interrupts) {
        struct pollfd input = {.fd = 0, .events = POLLIN};
        if (ms > 1e12) ms = 1e12;
        struct timespec time = timespec_from_ms(ms);
        int ready = ppoll(&input, read_input ? 1 : 0, ms < 0 ? NULL : &time, &before);
        // A stream that cannot be polled (closed) answers POLLNVAL: reading it then says what is wrong.
        result = ready > 0 ? WAIT_READABLE : ready == 0 ? WAIT_TIME_OVER : WAIT_SIGNAL;
    }
    sigprocmask(SIG_SETMASK, &before, NULL);
    return result;
}

char *platform_full_path(const char *name) {
    char folder[PATH_MAX];
    if (name[0] == '/' || !getcwd(folder, sizeof folder)) return strdup(name);
    char *path = malloc(strlen(folder) + strlen(name) + 2);
    if (path) stpcpy(stpcpy(stpcpy(path, folder), strcmp(folder, "/") == 0 ? "" : "/"), name);
    return path;
}

int platform_errno(int error) { return error; }
