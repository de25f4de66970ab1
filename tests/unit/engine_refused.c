// Allocations refused: each program is run with allocation number n failing, for every n (by default for some hundred, evenly
// spread: -a for all), and at memory limits from nothing to enough. Whatever is refused, the engine neither crashes nor
// leaks, and the run ends. `engine_refused [-a] [-s] [-n NUMBER] FILE...`; -s: all that follow number n are refused too.
#include "unit.h"
#include "engine.h"

static bool quiet = true;

// One run with allocation n refused (0: none); how many allocations it made.
static u32 attempt(const Program *p, u32 n, bool all_after, int *status) {
    Host host = {.step = 0.01};
    AiterOptions options = {.virtual_time = true};
    Aiter *engine = aiter_open(&host, &options);
    Mem *mem = &VM(engine)->mem;
    mem->fail_after = n ? n : UINT32_MAX;
    mem->fail_all = all_after;
    const char *argv[] = {p->name};
    long turns;
    aiter_set_args(engine, 1, argv);
    int run = aiter_start(engine, p->source, p->length, p->name, AITER_PROGRAM);
    *status = run ? drive(engine, p, run, -1, &turns) : -1;
    u32 made = UINT32_MAX - mem->fail_after;
    size_t left = aiter_close(engine);
    unit_check(left == 0, p->name, (int)n, "%zu bytes left", left);
    unit_check(*status != -2, p->name, (int)n, "does not end");
    if (!quiet) printf("%u: status %d\n%.*s%.*s", n, *status, (int)host.length[1], host.text[1], (int)host.length[2], host.text[2]);
    host_free(&host);
    return made;
}

static void at_limit(const Program *p, size_t limit) {
    Host host = {.step = 0.01};
    AiterOptions options = {.virtual_time = true, .memory_limit = limit};
    Aiter *engine = aiter_open(&host, &options);
    if (!engine) return;
    long turns;
    int run = aiter_start(engine, p->source, p->length, p->name, AITER_PROGRAM), status = run ? drive(engine, p, run, -1, &turns) : -1;
    size_t left = aiter_close(engine);
    unit_check(left == 0, p->name, 0, "%zu bytes left at a limit of %zu", left, limit);
    unit_check(status != -2, p->name, 0, "does not end at a limit of %zu", limit);
    host_free(&host);
}

int main(int argc, char **argv) {
    u32 samples = 100, only = 0, from = 1;
    bool all_after = false, verbose = false;
    for (int i = 1; i < argc; i++) {
        if (!strcmp(argv[i], "-a")) { samples = UINT32_MAX; continue; }
        if (!strcmp(argv[i], "-v")) { verbose = true; continue; }
        if (!strcmp(argv[i], "-s")) { all_after = true; continue; }
        if (!strcmp(argv[i], "-n")) { only = (u32)atoi(argv[++i]); continue; }
        if (!strcmp(argv[i], "-f")) { from = (u32)atoi(argv[++i]); continue; }
        Program p = {0};
        if (!CHECK(program_read(&p, argv[i]))) continue;
        int status;
        clock_t start = clock();
        quiet = !only;
        if (only) attempt(&p, only, all_after, &status);
        else {
            u32 made = attempt(&p, 0, false, &status), step = made / samples + 1;
            for (u32 n = from; n <= made; n += step) {
                if (verbose) fprintf(stderr, "%u\n", n);
                attempt(&p, n, all_after, &status);
            }
            for (size_t limit = 30000; limit < 1500000 && !all_after; limit += limit / 9) {
                if (verbose) fprintf(stderr, "limit %zu\n", limit);
                if (limit >= from) at_limit(&p, limit);
            }
            printf("%s: %u allocations, %.1f s\n", p.name, made, (double)(clock() - start) / CLOCKS_PER_SEC);
        }
        program_free(&p);
    }
    return unit_end();
}
