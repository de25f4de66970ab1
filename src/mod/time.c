// time.c: the module time: clocks and sleep(). Calendar and text are in src/lib/_time.py. Every clock follows the
// machine's, so that under the virtual clock they agree with each other and with the event loop.
#include "base/host.h"
#include "loop/clock.h"
#include "obj/module_def.h"
#include "obj/call.h"
#include "obj/dict.h"
#include "obj/exception.h"
#include "obj/list.h"
#include "obj/number.h"
#include "obj/ops.h"
#include "obj/str.h"
#include "vm/machine.h"

#define NATIVE(name) static Value name(Vm *vm, const Value *args, u32 n)

// What time.time() says when the virtual clock begins.
#define VIRTUAL_EPOCH 1700000000.0

static double wall_clock(Vm *vm) {
    return vm->machine->virtual_time ? VIRTUAL_EPOCH + machine_clock(vm) / 1000 : host_time(vm->host);
}

static Value seconds(double s) { return value_float(s); }
static Value nanoseconds(Vm *vm, double s) {
    i64 whole = (i64)s;
    return int_from_i64(vm, whole * 1000000000 + (i64)((s - (double)whole) * 1e9));
}

NATIVE(time_time) { return seconds(wall_clock(vm)); }
NATIVE(time_time_ns) { return nanoseconds(vm, wall_clock(vm)); }
NATIVE(time_steady) { return seconds(clock_now(vm)); }
NATIVE(time_steady_ns) { return nanoseconds(vm, clock_now(vm)); }

// Numbers of clocks, as Linux has them.
enum { REALTIME, MONOTONIC, PROCESS, THREAD, MONOTONIC_RAW, BOOTTIME = 7, TAI = 11 };
static int clock_number(Vm *vm, Value v) {
    i64 number;
    if (!is_int(v)) return raise_type(vm, "'%T' object cannot be interpreted as an integer", v), IS_ERROR;
    if (int_to_i64(v, &number) &&
        ((number >= REALTIME && number <= MONOTONIC_RAW) || number == BOOTTIME || number == TAI))
        return (int)number;
    Value details[2] = {value_small(22), V_ERROR};
    Str *text = str_from_text(vm, "Invalid argument");
    if (!text) return IS_ERROR;
    details[1] = value_object(text);
    Value exc = exception_new(vm, T_OSError, details, 2);
    DECREF(vm, text);
    if (exc != V_ERROR) {
        raise_object(vm, exc);
        decref(vm, exc);
    }
    return IS_ERROR;
}
static double clock_seconds(Vm *vm, int number) {
    return number == REALTIME || number == TAI ? wall_clock(vm) : clock_now(vm);
}
NATIVE(time_clock_gettime) {
    int number = clock_number(vm, args[0]);
    return number < 0 ? V_ERROR : seconds(clock_seconds(vm, number));
}
NATIVE(time_clock_gettime_ns) {
    int number = clock_number(vm, args[0]);
    return number < 0 ? V_ERROR : nanoseconds(vm, clock_seconds(vm, number));
}
NATIVE(time_clock_getres) { return clock_number(vm, args[0]) < 0 ? V_ERROR : seconds(1e-9); }

// Suspends the fiber, never the host.
NATIVE(time_sleep) {
    double s;
    Value v = args[0];
    if (is_float_like(v)) s = float_of(v);
    else {
        if (!is_int(v)) {
            Value index = value_index(vm, v);
            if (index == V_ERROR || index == V_PYTHON) return index;
            v = index;
        } else incref(v);
        bool fits = int_to_double(v, &s);
        decref(vm, v);
        if (!fits) s = __builtin_inf();
    }
    if (s != s) return raise_value(vm, "Invalid value NaN (not a number)");
    if (s < 0) return raise_value(vm, "sleep length must be non-negative");
    if (s >= 9223372036.854775807) return raise_overflow(vm, "timestamp too large to convert to C PyTime_t");
    fiber_sleep(vm, vm->fiber, clock_wake(vm, clock_now(vm) + s));
    return V_SUSPEND;
}

NATIVE(in_python) { return V_PYTHON; }

static const NativeDef time_functions[] = {
    {"time", "()", time_time, NULL, 0},
    {"time_ns", "()", time_time_ns, NULL, 0},
    {"monotonic", "()", time_steady, NULL, 0},
    {"monotonic_ns", "()", time_steady_ns, NULL, 0},
    {"perf_counter", "()", time_steady, NULL, 0},
    {"perf_counter_ns", "()", time_steady_ns, NULL, 0},
    {"process_time", "()", time_steady, NULL, 0},
    {"process_time_ns", "()", time_steady_ns, NULL, 0},
    {"thread_time", "()", time_steady, NULL, 0},
    {"thread_time_ns", "()", time_steady_ns, NULL, 0},
    {"clock_gettime", "(clk_id, /)", time_clock_gettime, NULL, 0},
    {"clock_gettime_ns", "(clk_id, /)", time_clock_gettime_ns, NULL, 0},
    {"clock_getres", "(clk_id, /)", time_clock_getres, NULL, 0},
    {"sleep", "(seconds, /)", time_sleep, "_time.sleep", 0},
    {"get_clock_info", "(name, /)", in_python, "_time.get_clock_info", 0},
    {"gmtime", "(seconds=None, /)", in_python, "_time.gmtime", NATIVE_UNPACKED},
    {"localtime", "(seconds=None, /)", in_python, "_time.localtime", NATIVE_UNPACKED},
    {"mktime", "(tuple, /)", in_python, "_time.mktime", 0},
    {"asctime", "(tuple=None, /)", in_python, "_time.asctime", NATIVE_UNPACKED},
    {"ctime", "(seconds=None, /)", in_python, "_time.ctime", NATIVE_UNPACKED},
    {"strftime", "(format, tuple=None, /)", in_python, "_time.strftime", NATIVE_UNPACKED},
    {"strptime", "(string, format='%a %b %d %H:%M:%S %Y', /)", in_python, "_strptime.strptime", NATIVE_UNPACKED},
    {"tzset", "()", in_python, "_time.tzset", 0},
    {"__getattr__", "(name, /)", in_python, "_time.module_attribute", 0}, // struct_time, a class in Python
    {"__dir__", "()", in_python, "_time.module_dir", 0},
    {0},
};

static bool fill(Vm *vm, Dict *dict) {
    static const struct {
        const char *name;
        int value;
    } numbers[] = {{"timezone", 0},
                   {"altzone", 0},
                   {"daylight", 0},
                   {"_STRUCT_TM_ITEMS", 11},
                   {"CLOCK_REALTIME", REALTIME},
                   {"CLOCK_MONOTONIC", MONOTONIC},
                   {"CLOCK_PROCESS_CPUTIME_ID", PROCESS},
                   {"CLOCK_THREAD_CPUTIME_ID", THREAD},
                   {"CLOCK_MONOTONIC_RAW", MONOTONIC_RAW},
                   {"CLOCK_BOOTTIME", BOOTTIME},
                   {"CLOCK_TAI", TAI}};
    for (u32 i = 0; i < countof(numbers); i++)
        if (!dict_set_text(vm, dict, numbers[i].name, value_small(numbers[i].value))) return false;
    Str *utc = str_from_text(vm, "UTC");
    Tuple *names = utc ? tuple_pack(vm, 2, value_object(utc), value_object(utc)) : NULL;
    bool good = names && dict_set_text(vm, dict, "tzname", value_object(names));
    XDECREF(vm, utc);
    XDECREF(vm, names);
    return good;
}

const ModuleDef time_module = {"time", time_functions, fill};

// ---- for the prelude

const NativeDef time_intrinsics[] = {
    {"_wall_clock", "()", time_time, NULL, 0},
    {0},
};
