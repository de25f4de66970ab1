// Program: reads the text to run from the command line, a file or standard input, with python3's messages.

#include "command.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *copy_text(const char *text) {
    size_t size = strlen(text) + 1;
    char *copy = malloc(size);
    return copy ? memcpy(copy, text, size) : NULL;
}

static int fail_memory(void) {
    fprintf(stderr, COMMAND_NAME ": not enough memory to read the program\n");
    return 1;
}

static int fail_open(const char *path, int error) {
    fprintf(stderr, COMMAND_NAME ": can't open file '%s': [Errno %d] %s\n", path, platform_errno(error),
            strerror(error));
    return STATUS_USAGE;
}

// Reads a whole file, whatever its size says (a pipe says 0). 0 or an errno.
static int read_file(FILE *file, Program *program) {
    size_t capacity = 16 * 1024;
    program->source = malloc(capacity);
    while (program->source) {
        size_t count = fread(program->source + program->length, 1, capacity - program->length, file);
        program->length += count;
        if (count == 0) return ferror(file) ? (errno ? errno : EIO) : 0;
        if (program->length < capacity) continue;
        char *larger = realloc(program->source, capacity *= 2);
        if (!larger) free(program->source);
        program->source = larger;
    }
    return ENOMEM;
}

static int program_open(Program *program, const char *name) {
    program->filename = platform_full_path(name);
    if (!program->filename) return fail_memory();
    struct stat about;
    if (stat(*name ? name : ".", &about) == 0 && S_ISDIR(about.st_mode)) {
        fprintf(stderr, COMMAND_NAME ": can't find '__main__' module in '%s'\n", program->filename);
        return 1;
    }
    errno = 0;
    FILE *file = fopen(name, "rb");
    if (!file) return fail_open(program->filename, errno);
    int error = read_file(file, program);
    fclose(file);
    if (error == ENOMEM) return fail_memory();
    return error ? fail_open(program->filename, error) : -1;
}

int program_read(Program *program, const Options *options, Streams *streams) {
    *program = (Program){0};
    switch (options->source) {
    case SOURCE_FILE: return program_open(program, options->text);
    case SOURCE_CODE:
        program->source = copy_text(options->text);
        program->length = strlen(options->text);
        program->filename = copy_text("<string>");
        break;
    case SOURCE_STDIN:
        if (options->script[0] != '-' && isatty(0)) {
            fprintf(stderr, COMMAND_NAME ": there is no interactive prompt yet: give a FILE, -c CODE, or - to read the "
                                         "program from standard input\n");
            return STATUS_USAGE;
        }
        program->source = streams_read_all(streams, &program->length);
        program->filename = copy_text("<stdin>");
        break;
    }
    return program->source && program->filename ? -1 : fail_memory();
}

void program_free(Program *program) {
    free(program->source);
    free(program->filename);
}
