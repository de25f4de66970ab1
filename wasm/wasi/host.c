// The platform of the WASI command: wasi-libc's clocks and randomness; waiting is poll_oneoff. There are no signals.

#include "../command/command.h"
#include "base/host.h"

#include <errno.h>
#include <math.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

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

void platform_open(void) {}

bool platform_take_interrupt(void) { return false; }

WaitResult platform_wait(double ms, bool read_input) {
    // Without a time limit there is nothing else to wait for: reading waits. Not every runtime can poll the input.
    if (read_input && ms < 0) return WAIT_READABLE;
    if (ms > 1e9) ms = 1e9;
    if (read_input) {
        struct pollfd input = {.fd = 0, .events = POLLIN};
        int ready = poll(&input, 1, (int)(ms + 0.999));
        return ready == 0 ? WAIT_TIME_OVER : WAIT_READABLE;
    }
    struct timespec time = timespec_from_ms(ms);
    nanosleep(&time, NULL);
    return WAIT_TIME_OVER;
}

// As given: the current folder of wasi-libc is its own invention.
char *platform_full_path(const char *name) { return strdup(name); }

int platform_errno(int error) {
    switch (error) {
    case ENOENT: return 2;
    case EIO: return 5;
    case EBADF: return 9;
    case EACCES: return 13;
    case ENOTDIR: return 20;
    case EISDIR: return 21;
    case ENOSPC: return 28;
    case EPIPE: return 32;
    case ENAMETOOLONG: return 36;
    case ELOOP: return 40;
    case ENOTCAPABLE: return 1; // outside the folders that the runtime opened: "Operation not permitted"
    default: return error;
    }
}
