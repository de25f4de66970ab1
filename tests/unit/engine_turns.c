// Several runs at once: one that only computes starves no other, neither one that computes as well nor one that sleeps; and
// the order in which they go on is the same each time.
#include "unit.h"
#include "engine.h"

static int start(Aiter *engine, const char *source) { return aiter_start(engine, source, strlen(source), "<turn>", AITER_SHARED); }

// What the runs print until the first `n` of them have ended; the others are stopped.
static void together(const char *const *sources, int n, int waited_for, bool virtual_time, Host *host) {
    AiterOptions options = {.virtual_time = virtual_time};
    *host = (Host){.step = 0.5};
    Aiter *engine = aiter_open(host, &options);
    int runs[8], ended = 0;
    for (int i = 0; i < n; i++) runs[i] = start(engine, sources[i]);
    for (int turn = 0; turn < 3000 && ended < waited_for; turn++) {
        aiter_run(engine);
        ended = 0;
        for (int i = 0; i < waited_for; i++) ended += aiter_status(engine, runs[i]) >= 0;
    }
    CHECK_EQ_INT(ended, waited_for);
    CHECK_EQ_INT(aiter_close(engine), 0);
}

int main(void) {
    static const char forever[] = "while True: pass", count[] = "for i in range(400000): pass\nprint('counted')",
                      sleep[] = "import time\ntime.sleep(0.05)\nprint('slept')",
                      steps[] = "for i in range(5):\n  print('a', i)\n  for j in range(30000): pass",
                      others[] = "for i in range(5):\n  print('b', i)\n  for j in range(30000): pass";
    Host host, again;
    together((const char *const[]){count, sleep, forever, forever}, 4, 2, false, &host); // made in this order
    host_free(&host);
    Aiter *engine = aiter_open(&(Host){.step = 0.5}, NULL);
    start(engine, forever); // the first one only computes
    int runs[] = {start(engine, count), start(engine, sleep)};
    for (int turn = 0; turn < 3000; turn++) aiter_run(engine);
    CHECK_EQ_INT(aiter_status(engine, runs[0]), 0);
    CHECK_EQ_INT(aiter_status(engine, runs[1]), 0);
    host_free(VM(engine)->host);
    CHECK_EQ_INT(aiter_close(engine), 0);
    together((const char *const[]){steps, others}, 2, 2, true, &host);
    static const char expected[] = "a 0\nb 0\na 1\nb 1\na 2\nb 2\na 3\nb 3\na 4\nb 4\n";
    CHECK_EQ_INT(host.length[1], sizeof expected - 1);
    together((const char *const[]){steps, others}, 2, 2, true, &again);
    CHECK_EQ_BYTES(again.text[1], again.length[1], expected);
    host_free(&host), host_free(&again);
    return unit_end();
}
