// Suspending anywhere: each program is run once as usual, once suspended at every check point, and then stopped at some of
// them (-a: at each). What it prints and its exit status stay the same, whenever it is suspended; a stopped one ends with
// KeyboardInterrupt, its names stay, and the engine goes on. `engine_slices [-a] [-v] FILE...`
#include "unit.h"
#include "engine.h"
#include <ctype.h>

typedef struct Outcome {
    Host host;
    int status;
    long turns;
} Outcome;

// Addresses (0x…) may differ.
static bool same(const Host *a, const Host *b, int stream) {
    size_t i = 0, j = 0, n = a->length[stream], m = b->length[stream];
    const char *s = a->text[stream], *t = b->text[stream];
    while (i < n && j < m) {
        if (s[i] != t[j]) return false;
        bool address = s[i] == 'x' && i && s[i - 1] == '0';
        i++, j++;
        if (!address) continue;
        while (i < n && isxdigit((unsigned char)s[i])) i++;
        while (j < m && isxdigit((unsigned char)t[j])) j++;
    }
    return i == n && j == m;
}

// `every`: suspended at every check point.
static void run(const Program *p, bool every, Outcome *o) {
    *o = (Outcome){.host.step = every ? 1000 : 0.001};
    AiterOptions options = {.virtual_time = true};
    Aiter *engine = aiter_open(&o->host, &options);
    if (every) VM(engine)->machine->budget = 2; // the one where it goes on, and the next
    const char *argv[] = {p->name};
    aiter_set_args(engine, 1, argv);
    int number = aiter_start(engine, p->source, p->length, p->name, AITER_PROGRAM);
    o->status = drive(engine, p, number, -1, &o->turns);
    size_t left = aiter_close(engine);
    unit_check(left == 0, p->name, 0, "%zu bytes left", left);
}

// Stopped at its check point number n.
static void stop(const Program *p, long n, long *stopped) {
    Host host = {.step = 1000};
    AiterOptions options = {.virtual_time = true};
    Aiter *engine = aiter_open(&host, &options);
    static const char before[] = "before = 1", after[] = "assert before == 1; len([before])";
    long turns;
    int run = aiter_start(engine, before, sizeof before - 1, "<before>", AITER_SHARED);
    CHECK_EQ_INT(drive(engine, p, run, -1, &turns), 0);
    VM(engine)->machine->budget = 2; // the one where it goes on, and the next
    run = aiter_start(engine, p->source, p->length, p->name, AITER_SHARED);
    int status = drive(engine, p, run, n, &turns);
    unit_check(status != -2, p->name, (int)n, "does not end");
    if (status == 130) ++*stopped;
    if (getenv("GCD")) printf("%.*s", (int)host.length[2], host.text[2]);
    VM(engine)->machine->budget = 20000;
    host.length[1] = host.length[2] = 0;
    run = aiter_start(engine, after, sizeof after - 1, "<after>", AITER_SHARED);
    status = drive(engine, p, run, -1, &turns);
    unit_check(status == 0, p->name, (int)n, "afterwards: %.*s", (int)host.length[2], host.text[2]);
    size_t left = aiter_close(engine);
    unit_check(left == 0, p->name, (int)n, "%zu bytes left after Stop", left);
    host_free(&host);
}

// The engine is closed there.
static void leave(const Program *p, long n) {
    Host host = {.step = 1000};
    AiterOptions options = {.virtual_time = true};
    Aiter *engine = aiter_open(&host, &options);
    VM(engine)->machine->budget = 2;
    aiter_start(engine, p->source, p->length, p->name, AITER_SHARED);
    for (long turn = 0; turn < n && aiter_run(engine) == AITER_MORE;) turn++;
    size_t left = aiter_close(engine);
    unit_check(left == 0, p->name, (int)n, "%zu bytes left after closing", left);
    host_free(&host);
}

int main(int argc, char **argv) {
    long samples = 16, only = -1, from = 0;
    bool verbose = false;
    for (int i = 1; i < argc; i++) {
        if (!strcmp(argv[i], "-a")) { samples = 1000000; continue; }
        if (!strcmp(argv[i], "-v")) { verbose = true; continue; }
        if (!strcmp(argv[i], "-n")) { only = atol(argv[++i]); continue; }
        if (!strcmp(argv[i], "-f")) { from = atol(argv[++i]); continue; }
        Program p = {0};
        if (!CHECK(program_read(&p, argv[i]))) continue;
        clock_t start = clock();
        Outcome usual, sliced;
        run(&p, false, &usual);
        run(&p, true, &sliced);
        unit_check(usual.status == sliced.status, p.name, 0, "status %d, suspended %d", usual.status, sliced.status);
        for (int stream = 1; stream <= 2; stream++)
            unit_check(same(&usual.host, &sliced.host, stream), p.name, stream, "prints otherwise when suspended:\n%.*s\n---- as usual:\n%.*s",
                       (int)sliced.host.length[stream], sliced.host.text[stream], (int)usual.host.length[stream], usual.host.text[stream]);
        long step = sliced.turns / samples + 1, stopped = 0, stops = 0;
        if (only >= 0) {
            stop(&p, only, &stopped);
            leave(&p, only);
        } else
            for (long n = from ? from : step / 2; n < sliced.turns; n += step, stops++) {
                if (verbose) fprintf(stderr, "%ld\n", n);
                stop(&p, n, &stopped);
                leave(&p, n);
            }
        printf("%s: %ld check points, %ld stops, %ld of them with status 130, %.1f s\n", p.name, sliced.turns, stops, stopped,
               (double)(clock() - start) / CLOCKS_PER_SEC);
        host_free(&usual.host), host_free(&sliced.host);
        program_free(&p);
    }
    return unit_end();
}
