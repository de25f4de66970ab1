// Streams: standard input handed out by lines, only as far as the program asks; standard output gathered and written
// when the run loop says so; standard error written at once, after what was printed before it.

#include "command.h"
#include "base/host.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// --- output ---------------------------------------------------------------------------------------------------------

// Writes everything; 0 or an errno.
static int write_all(int fd, const char *bytes, size_t n) {
    while (n > 0) {
        ssize_t count = write(fd, bytes, n);
        if (count >= 0) {
            bytes += count;
            n -= (size_t)count;
        } else if (errno == EAGAIN) {
            platform_wait(1, false); // somebody made the stream non-blocking: its reader is slow
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

static bool output_write(Streams *streams, const char *bytes, size_t n) {
    int error = write_all(1, bytes, n);
    if (error) {
        streams->output_broken = true;
        streams->output_errno = error;
    }
    return !error;
}

bool streams_flush(Streams *streams) {
    size_t n = streams->output_length;
    streams->output_length = 0;
    return !streams->output_broken && output_write(streams, streams->output, n);
}

static bool output_add(Streams *streams, const char *bytes, size_t n) {
    if (streams->output_broken) return false;
    if (n > sizeof streams->output - streams->output_length && !streams_flush(streams)) return false;
    if (n > sizeof streams->output) return output_write(streams, bytes, n);
    memcpy(streams->output + streams->output_length, bytes, n);
    streams->output_length += n;
    return true;
}

bool host_write(void *host, int stream, const void *bytes, size_t n) {
    Streams *streams = host;
    if (stream == 2) {
        streams_flush(streams);
        return write_all(2, bytes, n) == 0;
    }
    if (output_add(streams, bytes, n)) return true;
    streams->output_reported = true;
    return false;
}

// --- input ----------------------------------------------------------------------------------------------------------

// Makes room for at least n more bytes. What was handed out already goes first.
static bool input_reserve(Streams *streams, size_t n) {
    size_t kept = streams->input_end - streams->input_start;
    if (streams->input_start > 0) memmove(streams->input, streams->input + streams->input_start, kept);
    streams->input_start = 0;
    streams->input_end = kept;
    if (streams->input_capacity - kept >= n) return true;
    size_t capacity = streams->input_capacity * 2 > kept + n ? streams->input_capacity * 2 : kept + n;
    char *larger = realloc(streams->input, capacity);
    if (!larger) return false;
    streams->input = larger;
    streams->input_capacity = capacity;
    return true;
}

// Reads what is there into the buffer, waiting for it when nothing is. A stream that is closed or broken has ended.
static LineResult input_fill(Streams *streams, double wait_ms) {
    if (!input_reserve(streams, 8 * 1024)) return LINE_NO_MEMORY;
    if (platform_wait(wait_ms, true) != WAIT_READABLE) return LINE_INTERRUPTED;
    ssize_t count = read(0, streams->input + streams->input_end, streams->input_capacity - streams->input_end);
    if (count > 0) streams->input_end += (size_t)count;
    else if (count < 0 && (errno == EINTR || errno == EAGAIN)) return LINE_INTERRUPTED;
    else streams->input_ended = true;
    return LINE_READY;
}

LineResult streams_read_line(Streams *streams, double wait_ms, const char **line, size_t *length) {
    size_t searched = 0;
    for (;;) {
        size_t unread = streams->input_end - streams->input_start;
        const char *start = unread ? streams->input + streams->input_start : "";
        const char *newline = memchr(start + searched, '\n', unread - searched);
        if (newline || streams->input_ended) {
            *line = start;
            *length = newline ? (size_t)(newline - start) + 1 : unread;
            streams->input_start += *length;
            // At a terminal the end can be typed again and again; elsewhere reading on answers the same.
            if (*length == 0) streams->input_ended = false;
            return LINE_READY;
        }
        searched = unread;
        LineResult result = input_fill(streams, wait_ms);
        if (result != LINE_READY) return result;
    }
}

char *streams_read_all(Streams *streams, size_t *length) {
    while (!streams->input_ended)
        if (input_fill(streams, -1) == LINE_NO_MEMORY) return NULL;
    char *text = streams->input;
    *length = streams->input_end;
    streams->input = NULL;
    streams->input_start = streams->input_end = streams->input_capacity = 0;
    streams->input_ended = false;
    return text;
}

void streams_close(Streams *streams) { free(streams->input); }
