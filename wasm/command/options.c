// Options: the command line as python3 reads it. They end at the first word that is not one, at -c CODE, - or --.

#include "command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char usage_line[] = "usage: " COMMAND_NAME " [option] ... [-c CODE | FILE | -] [ARG] ...\n";

static const char help_text[] =
    "Runs a Python program.\n"
    "  -c CODE               the program is CODE\n"
    "  FILE                  the program is in a file\n"
    "  -                     the program comes from standard input (also when nothing is given, except at a terminal)\n"
    "  ARG ...               what the program finds in sys.argv[1:]\n"
    "Options:\n"
    "  --virtual-time        sleeps do not wait: the clock jumps to the next timer\n"
    "  --time-limit SECONDS  KeyboardInterrupt after so long; exit status 130\n"
    "  --memory-limit MIB    MemoryError when the program holds so many MiB (default 1024)\n"
    "  -h, --help            this text\n"
    "  -V, --version         the version\n";

static int fail_usage(void) {
    fprintf(stderr, "%sTry `" COMMAND_NAME " -h' for more information.\n", usage_line);
    return STATUS_USAGE;
}

// The value of a long option, after "=" or in the next word; NULL when the word at *index is not that option.
// A value that is missing is the empty text, which no number is.
static const char *option_value(const char *name, int argc, char **argv, int *index) {
    const char *word = argv[*index];
    size_t length = strlen(name);
    if (strncmp(word, name, length) != 0) return NULL;
    if (word[length] == '=') return word + length + 1;
    if (word[length] != '\0') return NULL;
    return *index + 1 < argc ? argv[++*index] : "";
}

// A number from least to most, or 0 with a message. Digits, point and exponent only: what strtod takes beside them (hex,
// inf, spaces) the command in Node would not.
static double limit_number(const char *name, const char *text, const char *unit, double least, double most) {
    char *end = NULL;
    double number = text[strspn(text, "0123456789.eE+-")] == '\0' ? strtod(text, &end) : 0;
    if (end && end != text && *end == '\0' && number >= least && number <= most) return number;
    fprintf(stderr, COMMAND_NAME ": %s wants a number of %s from %g to %.0f, not '%s'\n", name, unit, least, most, text);
    return 0;
}

int options_parse(Options *options, int argc, char **argv) {
    *options = (Options){.source = SOURCE_STDIN, .script = "", .memory_limit = 1024.0 * 1024 * 1024};
    int i = 1;
    for (; i < argc && argv[i][0] == '-' && argv[i][1] != '\0'; i++) {
        const char *word = argv[i], *value;
        if (strcmp(word, "--") == 0) {
            i++;
            break;
        }
        if (strncmp(word, "-c", 2) == 0) { // "-cCODE" is good too
            options->text = word[2] ? word + 2 : ++i < argc ? argv[i] : NULL;
            if (!options->text) return fprintf(stderr, "Argument expected for the -c option\n"), fail_usage();
            options->source = SOURCE_CODE;
            options->script = "-c";
            break;
        }
        if (strcmp(word, "-h") == 0 || strcmp(word, "--help") == 0 || strcmp(word, "-?") == 0)
            return printf("%s%s", usage_line, help_text), 0;
        if (strcmp(word, "-V") == 0 || strcmp(word, "--version") == 0) return puts(COMMAND_VERSION), 0;
        if (strcmp(word, "--virtual-time") == 0) {
            options->virtual_time = true;
        } else if ((value = option_value("--time-limit", argc, argv, &i))) {
            double seconds = limit_number("--time-limit", value, "seconds", 0.001, 1e9);
            if (seconds == 0) return STATUS_USAGE;
            options->time_limit_ms = seconds * 1000;
        } else if ((value = option_value("--memory-limit", argc, argv, &i))) {
            // What a pointer can reach; 2 GiB is also the most that a WebAssembly memory gives the C library here.
            double mib = limit_number("--memory-limit", value, "MiB", 1, sizeof(void *) == 4 ? 2047 : 1 << 24);
            if (mib == 0) return STATUS_USAGE;
            options->memory_limit = mib * 1024 * 1024;
        } else if (word[1] == 'm') {
            fprintf(stderr, COMMAND_NAME ": -m is not supported yet: give the program as a FILE or with -c\n");
            return STATUS_USAGE;
        } else {
            if (word[1] == '-') fprintf(stderr, "unknown option %s\n", word);
            else fprintf(stderr, "Unknown option: -%c\n", word[1]);
            return fail_usage();
        }
    }
    if (options->source != SOURCE_CODE && i < argc) {
        options->script = argv[i];
        if (strcmp(argv[i], "-") != 0) {
            options->source = SOURCE_FILE;
            options->text = argv[i];
        }
    }
    options->argc = i < argc ? argc - i : 1;
    options->argv = (const char *const *)argv + i;
    return -1;
}
