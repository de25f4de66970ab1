// Command: the run loop. It starts one program and does for it what an event loop does for a page: waits, reads lines,
// passes on Ctrl+C and the time limit.

#include "command.h"
#include "base/host.h"
#include "host/aiter.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// A program that goes on after the time limit's KeyboardInterrupt gets it again, and is ended after GRACE_MS.
enum { INTERRUPT_AGAIN_MS = 250, GRACE_MS = 2000 };

// The sanitizers' build has no pools: every byte that was allocated must have been freed.
#ifdef AITER_NO_POOLS
enum { CHECKS_LEAKS = 1 };
#else
enum { CHECKS_LEAKS = 0 };
#endif

typedef struct Command {
    Options options;
    Streams streams;
    Aiter *engine;
    int run;
    double limit_at;     // by host_clock_ms; 0: no limit
    double interrupt_at; // when the limit (next) interrupts
    bool limit_reached;
} Command;

// What is left until the next moment at which the loop has something to do of itself; -1: no such moment.
static double until_limit(Command *command) {
    if (!command->limit_at) return -1;
    double left = command->interrupt_at - host_clock_ms(&command->streams);
    return left > 0 ? left : 0;
}

// The shorter of two waits, of which a negative one has no end.
static double shorter(double a, double b) { return a < 0 ? b : b < 0 || a < b ? a : b; }

// Passes on what happened outside. False when the program has used up its time of grace.
static bool command_signals(Command *command) {
    if (platform_take_interrupt()) aiter_interrupt(command->engine, command->run);
    if (!command->limit_at) return true;
    double now = host_clock_ms(&command->streams);
    if (now < command->interrupt_at) return true;
    if (now > command->limit_at + GRACE_MS) return false;
    command->limit_reached = true;
    command->interrupt_at = now + INTERRUPT_AGAIN_MS;
    aiter_interrupt(command->engine, command->run);
    return true;
}

// Gives the engine the line that it asked for. False: no memory.
static bool command_input(Command *command) {
    const char *line;
    size_t length;
    // After AITER_HOST a positive wait is another fiber's timer.
    double timer = aiter_wait_ms(command->engine);
    double wait = shorter(until_limit(command), timer > 0 && timer < 1e12 ? timer : -1);
    LineResult result = streams_read_line(&command->streams, wait, &line, &length);
    if (result == LINE_READY) return aiter_input(command->engine, line, length);
    return result == LINE_INTERRUPTED;
}

// Runs the program to its end and answers its exit status.
static int command_loop(Command *command) {
    Aiter *engine = command->engine;
    for (;;) {
        // A signal or a limit that comes after this question ends the wait below, and is passed on the next time round.
        if (!command_signals(command)) return STATUS_INTERRUPTED;
        int state = aiter_run(engine);
        // At the latest every slice, so that output shows while a program computes.
        streams_flush(&command->streams);
        if (state == AITER_IDLE) break;
        if (state == AITER_WAIT) {
            platform_wait(shorter(until_limit(command), aiter_wait_ms(engine)), false);
        } else if (state == AITER_HOST && aiter_request(engine) == AITER_REQUEST_LINE && !command_input(command)) {
            fprintf(stderr, COMMAND_NAME ": not enough memory for a line of standard input\n");
            return 1;
        }
    }
    int status = aiter_status(engine, command->run);
    aiter_forget(engine, command->run);
    return status;
}

static int command_run(Command *command, const Program *program) {
    const Options *options = &command->options;
    const char **argv = malloc((size_t)options->argc * sizeof *argv);
    if (argv) {
        argv[0] = options->script;
        for (int i = 1; i < options->argc; i++) argv[i] = options->argv[i];
        bool set = aiter_set_args(command->engine, options->argc, argv);
        free(argv);
        if (set)
            command->run =
                aiter_start(command->engine, program->source, program->length, program->filename, AITER_PROGRAM);
    }
    if (!command->run) {
        fprintf(stderr, COMMAND_NAME ": not enough memory to start the program (--memory-limit)\n");
        return 1;
    }
    if (options->time_limit_ms > 0)
        command->limit_at = command->interrupt_at = host_clock_ms(&command->streams) + options->time_limit_ms;
    int status = command_loop(command);
    if (command->limit_reached) {
        fprintf(stderr, COMMAND_NAME ": the time limit of %.15g s was reached\n", options->time_limit_ms / 1000);
        return STATUS_INTERRUPTED;
    }
    return status;
}

// The last flush: python3 says so too when nobody reads what was printed, whatever the program's own status.
static int command_finish(Command *command, int status) {
    if (streams_flush(&command->streams) || command->streams.output_reported) return status;
    int error = command->streams.output_errno;
    fprintf(stderr, "Exception ignored while flushing sys.stdout:\n%s: [Errno %d] %s\n",
            error == EPIPE ? "BrokenPipeError" : "OSError", platform_errno(error), strerror(error));
    return STATUS_BROKEN_PIPE;
}

static int command_execute(Command *command) {
    Program program;
    int status = program_read(&program, &command->options, &command->streams);
    if (status < 0) {
        AiterOptions options = {.memory_limit = (size_t)command->options.memory_limit,
                                .virtual_time = command->options.virtual_time};
        command->engine = aiter_open(&command->streams, &options);
        if (command->engine) {
            status = command_run(command, &program);
            size_t leaked = aiter_close(command->engine);
            if (CHECKS_LEAKS && leaked) fprintf(stderr, COMMAND_NAME ": %zu bytes were not freed\n", leaked);
        } else {
            fprintf(stderr, COMMAND_NAME ": not enough memory to start the engine (--memory-limit)\n");
            status = 1;
        }
    }
    program_free(&program);
    return command_finish(command, status);
}

int command_main(int argc, char **argv) {
    Command *command = calloc(1, sizeof *command);
    if (!command) return 1;
    platform_open();
    int status = options_parse(&command->options, argc, argv);
    if (status < 0) status = command_execute(command);
    streams_close(&command->streams);
    free(command);
    return status;
}
