// command.h: the command `aiter [-c CODE | FILE | -] [ARGS]`, the same natively and under WASI. Its parts, in the order
// in which a call goes through them: options, program text, the run loop, streams; and what they ask of the platform.
#ifndef AITER_COMMAND_H
#define AITER_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#define COMMAND_NAME "aiter"
#define COMMAND_VERSION "Python 3.14.2 (aiter 0.1.0)"

// Exit statuses that are the command's own, as python3's.
enum { STATUS_USAGE = 2, STATUS_BROKEN_PIPE = 120, STATUS_INTERRUPTED = 130 };

// --- options.c: the command line ------------------------------------------------------------------------------------

typedef enum ProgramSource { SOURCE_STDIN, SOURCE_CODE, SOURCE_FILE } ProgramSource;

typedef struct Options {
    ProgramSource source;
    const char *text;        // the code of -c, or the name of the file as given
    int argc;                // sys.argv: what the program sees as argv[0], then its arguments
    const char *const *argv; // points into the command line; argv[0] is replaced by `script`
    const char *script;      // sys.argv[0]: "-c", "-", "" or the file as given
    double time_limit_ms;    // 0: none
    double memory_limit;     // bytes
    bool virtual_time;
} Options;

// Fills *options from the command line. -1: go on; else the command has said all and ends with that status.
int options_parse(Options *options, int argc, char **argv);

// --- program.c: the text to run -------------------------------------------------------------------------------------

struct Streams;

typedef struct Program {
    char *source; // owned
    size_t length;
    char *filename; // as tracebacks show it; owned
} Program;

// Reads the program that the options name. -1: go on; else the exit status, and the message is printed.
int program_read(Program *program, const Options *options, struct Streams *streams);
void program_free(Program *program);

// --- streams.c: standard input by lines, standard output and error through buffers ----------------------------------

typedef struct Streams {
    char *input; // what was read and not yet handed out: input[input_start, input_end)
    size_t input_start, input_end, input_capacity;
    bool input_ended;
    size_t output_length;
    bool output_broken;   // writing failed: later writes fail at once
    int output_errno;     // why
    bool output_reported; // the program was told so
    char output[32 * 1024];
} Streams;

typedef enum LineResult { LINE_READY, LINE_INTERRUPTED, LINE_NO_MEMORY } LineResult;

// The next line of standard input with its newline, valid until the next call; length 0 at the end of input. Waits at
// most wait_ms (negative: without end); LINE_INTERRUPTED when the time is over or a signal came.
LineResult streams_read_line(Streams *streams, double wait_ms, const char **line, size_t *length);
// All the rest of standard input. NULL: no memory.
char *streams_read_all(Streams *streams, size_t *length);
// Hands standard output to the system. False when it is closed or broken.
bool streams_flush(Streams *streams);
void streams_close(Streams *streams);

// --- command.c ------------------------------------------------------------------------------------------------------

// The whole command: parses, runs, answers the exit status.
int command_main(int argc, char **argv);

// --- what each platform implements (native/host.c, wasi/host.c), beside host_clock_ms, host_time and host_random ----

// Gets ready: signal handlers, stream modes.
void platform_open(void);
// True once after each Ctrl+C.
bool platform_take_interrupt(void);

typedef enum WaitResult { WAIT_TIME_OVER, WAIT_READABLE, WAIT_SIGNAL } WaitResult;
// Waits until ms milliseconds are over (negative: never), input can be read (if read_input), or a signal came.
WaitResult platform_wait(double ms, bool read_input);
// The file's full path as tracebacks show it: malloc'ed, NULL without memory.
char *platform_full_path(const char *name);
// Linux' number for an errno of this platform, for messages.
int platform_errno(int error);

#endif
