// engine.h: what the unit tests share that run whole programs through aiter.h: a host whose clock is counted, whose output
// is kept, and which reads programs and their input from the cases under tests/python.
#ifndef AITER_UNIT_ENGINE_H
#define AITER_UNIT_ENGINE_H

#include "base/host.h"
#include "host/aiter.h"
#include "vm/machine.h"
#include <stdlib.h>
#include <time.h>

typedef struct Host {
    double clock, step; // each look at the clock moves it on by `step` ms
    char *text[3];      // by stream
    size_t length[3], room[3];
} Host;

double host_clock_ms(void *host) { return ((Host *)host)->clock += ((Host *)host)->step; }
double host_time(void *host) { return 1.7e9; }
bool host_random(void *host, void *bytes, size_t n) { return false; }
bool host_write(void *host, int stream, const void *bytes, size_t n) {
    Host *h = host;
    if (h->length[stream] + n > h->room[stream])
        h->text[stream] = realloc(h->text[stream], h->room[stream] = (h->length[stream] + n) * 2);
    if (n) memcpy(h->text[stream] + h->length[stream], bytes, n);
    h->length[stream] += n;
    return true;
}
__attribute__((unused)) static void host_free(Host *h) { free(h->text[1]), free(h->text[2]); }

typedef struct Program {
    char name[300];
    char *source, *input;
    size_t length, input_length;
} Program;

static char *read_file(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    *length = 0;
    if (!file) return NULL;
    fseek(file, 0, SEEK_END);
    char *text = malloc((size_t)ftell(file) + 1);
    rewind(file);
    *length = fread(text, 1, (size_t)-1 >> 40, file);
    fclose(file);
    text[*length] = 0;
    return text;
}

__attribute__((unused)) static bool program_read(Program *p, const char *path) {
    p->source = read_file(path, &p->length);
    const char *base = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
    snprintf(p->name, sizeof p->name, "%s", base);
    char in[400];
    snprintf(in, sizeof in, "%.*s.in", (int)strlen(path) - 3, path);
    p->input = read_file(in, &p->input_length);
    return p->source != NULL;
}
__attribute__((unused)) static void program_free(Program *p) { free(p->source), free(p->input); }

// The engine's inside, where these tests look or turn something.
#define VM(engine) ((Vm *)(engine))

// Runs to the end. `interrupt`: after so many returns of aiter_run the run is stopped. Answers the exit status; -2: it does
// not end.
__attribute__((unused)) static int drive(Aiter *engine, const Program *p, int run, long interrupt, long *turns) {
    size_t at = 0;
    for (*turns = 0; *turns < 3000000; ++*turns) {
        if (*turns == interrupt) aiter_interrupt(engine, run);
        switch (aiter_run(engine)) {
        case AITER_HOST: {
            const char *end = at < p->input_length ? memchr(p->input + at, '\n', p->input_length - at) : NULL;
            size_t n = end ? (size_t)(end - (p->input + at)) + 1 : p->input_length - at;
            aiter_input(engine, p->input ? p->input + at : "", n);
            at += n;
            break;
        }
        case AITER_WAIT: // with virtual time: for ever
            aiter_interrupt(engine, run);
            break;
        case AITER_IDLE: return aiter_status(engine, run);
        default: break;
        }
    }
    return -2;
}

#endif
