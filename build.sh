#!/usr/bin/env bash
# Builds the engine: C sources in, one program or one .wasm for each target out. Incremental, two compilers at a time.
# It first makes sure that the tools are there (apt-get when root on Debian; otherwise it says what to install).
#
#   ./build.sh native       build/native/aiter            the command, for this machine
#   ./build.sh sanitize     build/sanitize/aiter          the same under address and undefined-behaviour sanitizers
#   ./build.sh unit         build/unit/<name>             one program for each tests/unit/<name>.c, under the sanitizers
#   ./build.sh emscripten   dist/aiter.wasm, aiter-rest.wasm   for pages, workers and Node: what is needed first, and the rest
#   ./build.sh wasi         dist/aiter-wasi.wasm          for any WASI runtime
#   ./build.sh web          dist/*.js                     the JavaScript library, command, element and page
#   ./build.sh dist         emscripten + wasi + web: all that the package holds
#   ./build.sh all          native + sanitize + unit + dist
#   ./build.sh browsers     only makes sure that the browsers of the tests are there
#
# Several words may be given. Environment: CC (native compiler), JOBS (default 2), CFLAGS (added for every target).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

JOBS=${JOBS:-2}
ROOMS="base text tree obj code vm loop mod host"
INCLUDES="-Isrc -Ibuild/gen"
WARNINGS="-Wall -Wextra -Wno-unused-parameter -Wno-missing-field-initializers"
# No fused multiply-add anywhere: a float must print the same digits on every machine.
# What emcc refuses is refused everywhere.
ERRORS="-Werror=implicit-function-declaration -Werror=int-conversion -Werror=incompatible-pointer-types -Werror=return-type"
COMMON="-std=gnu17 -ffp-contract=off $WARNINGS $ERRORS $INCLUDES ${CFLAGS:-}"
# WebAssembly is sent to browsers: all is built for size, but what runs in every loop of a program. AITER_SMALL: obj/value.h.
# (emcc keeps clang from inlining at -Oz even what is smaller inline; only what the sources name inline is.)
SMALL="-Oz -finline-hint-functions -DAITER_SMALL"
HOT=" vm/eval vm/quick vm/resume vm/deliver vm/frame vm/call vm/native obj/dict obj/shape obj/object obj/gc base/mem "
# After linking. Nothing that inlines: eval must stay small (shared DESIGN); nor memory-packing, whose thousand segments
# compress badly.
WASM_PASSES="--dce,--remove-unused-names,--remove-unused-brs,--optimize-instructions,--precompute-propagate,--code-pushing,\
--simplify-locals-nostructure,--vacuum,--reorder-locals,--remove-unused-brs,--coalesce-locals,--simplify-locals,--vacuum,\
--reorder-locals,--coalesce-locals,--reorder-locals,--vacuum,--code-folding,--merge-blocks,--remove-unused-brs,\
--remove-unused-names,--merge-blocks,--precompute,--optimize-instructions,--rse,--vacuum,--duplicate-function-elimination,\
--dae,--simplify-globals,--remove-unused-module-elements"
STACK_EMSCRIPTEN=262144
STACK_WASI=1048576

say()  { printf '%s\n' "$*" >&2; }
fail() { say "build.sh: $*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# ---------------------------------------------------------------------------------------------------------- tools

# One line for each need: does the machine have it? Nothing is asked of apt when all answers are yes.
has_native()     { [ -n "${CC:-}" ] || have clang || have gcc; }
has_sanitize()   { have clang && [ -n "$(clang -print-file-name=libclang_rt.asan-x86_64.a 2>/dev/null | grep / || true)" ] ||
                   { have clang && ls "$(clang -print-resource-dir)"/lib/*/libclang_rt.asan*.a >/dev/null 2>&1; }; }
has_emscripten() { have emcc; }
has_wasi()       { wasi_clang >/dev/null && [ -f /usr/lib/wasm32-wasi/libc.a ] &&
                   ls "$("$(wasi_clang)" -print-resource-dir)"/lib/wasi/libclang_rt.builtins-wasm32.a >/dev/null 2>&1; }
# What drives the browsers (playwright-core) asks Firefox for things that it has from 143 on.
has_browsers()   { [ -x /usr/bin/chromium ] && [ -x /usr/bin/firefox-esr ] &&
                   [ "$(/usr/bin/firefox-esr --version 2>/dev/null | grep -oE '[0-9]+' | head -n 1)" -ge 143 ]; }
has_npm()        { [ -d node_modules/pyodide ] && [ -d node_modules/esbuild ] && [ -d node_modules/playwright-core ]; }

packages_native="clang"
packages_sanitize="clang libclang-rt-14-dev"
packages_emscripten="emscripten"
packages_wasi="clang-14 lld-14 wasi-libc libclang-rt-14-dev-wasm32"
packages_browsers="chromium firefox-esr"

# The same where there is no apt-get.
program_native="clang or gcc"
program_sanitize="clang with its sanitizers (compiler-rt)"
program_emscripten="emcc (https://emscripten.org/docs/getting_started/downloads.html)"
program_wasi="clang and wasm-ld with compiler-rt for WebAssembly, and wasi-libc at /usr/lib/wasm32-wasi"
program_browsers="Chromium at /usr/bin/chromium, and Firefox 143 or newer at /usr/bin/firefox-esr (Debian 12 has it in bookworm-security)"

# needs_of TARGET: the needs that its build has.
needs_of() {
    case $1 in
        native|sanitize|emscripten|wasi|browsers) echo "$1" ;;
        unit) echo sanitize ;;
        dist) echo emscripten wasi ;;
        all) echo native sanitize emscripten wasi ;;
    esac
}

# clang with a WebAssembly linker beside it; Debian numbers both.
wasi_clang() {
    local c
    for c in clang-14 clang-15 clang-16 clang-17 clang-18 clang-19 clang; do
        have "$c" && "$c" -print-prog-name=wasm-ld 2>/dev/null | grep -q / && { echo "$c"; return 0; }
        have "$c" && have "wasm-ld${c#clang}" && { echo "$c"; return 0; }
    done
    return 1
}

# ensure NEED...: installs the Debian packages of every need that is not met, or says exactly what to install.
ensure() {
    local need packages="" unmet="" p
    for need in "$@"; do
        "has_$need" && continue
        p="packages_$need" packages="$packages ${!p}" unmet="$unmet $need"
    done
    [ -n "$unmet" ] || return 0
    local missing; missing=$(printf '%s\n' $packages | sort -u | tr '\n' ' ')
    if ! have apt-get; then
        say "These are missing, and there is no apt-get to install them with:"
        for need in $unmet; do p="program_$need"; say "  ${!p}"; done
        exit 1
    elif [ "$(id -u)" != 0 ]; then
        say "Debian packages are missing, and only root can install them. Please run"
        say "  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing% }"
        say "and then this command again."
        exit 1
    fi
    say "Installing ${missing}(once, a minute or three) …"
    local log=build/apt.log
    mkdir -p build
    export DEBIAN_FRONTEND=noninteractive
    (apt-get update && apt-get install -y --no-install-recommends $missing) >"$log" 2>&1 &
    local pid=$! seconds=0
    while kill -0 $pid 2>/dev/null; do
        sleep 1; seconds=$((seconds + 1))
        if [ $((seconds % 10)) = 0 ]; then say "  … ${seconds} s: $(tail -n 1 "$log" | cut -c1-90)"; fi
    done
    wait $pid || { tail -n 20 "$log" >&2; fail "apt-get failed; the whole log is in $log"; }
    for need in "$@"; do
        p="program_$need"
        "has_$need" || fail "still missing after the installation: ${!p}; what was done is in $log"
    done
}

# The npm packages: only the tests, the page and the bundles need them.
ensure_npm() {
    has_npm && return 0
    say "Installing npm packages (once, half a minute) …"
    npm ci --no-audit --no-fund --loglevel=error >&2 ||
        fail "the npm packages could not be installed (see above): 'npm ci' needs the npm registry, or a cache that has them"
}

# -------------------------------------------------------------------------------------------------------- compiling

# is_stale OBJECT: true when the object, or anything that its dependency file names, is missing or newer.
is_stale() {
    local object=$1 deps=${1%.o}.d file
    [ -f "$object" ] && [ -f "$deps" ] || return 0
    for file in $(sed -e 's/^[^:]*: //' -e 's/\\$//' "$deps"); do
        [ -e "$file" ] && ! [ "$file" -nt "$object" ] || return 0
    done
    return 1
}

# compile KIND FOLDER_OF_ENTRY COMPILER FLAGS...: every source of the rooms and of one folder of wasm/ into
# build/KIND; leaves the objects' names in OBJECTS and the kind in KIND. $COLD: flags for the files that are not HOT.
compile() {
    local kind=$1 entry=$2; shift 2
    local out=build/$kind source object todo=() room
    mkdir -p "$out"
    # Other flags or another compiler make every object stale.
    local flags="$*${COLD:+; but$HOT: $COLD}" cold
    if [ "$(cat "$out/flags" 2>/dev/null || true)" != "$flags" ]; then
        rm -rf "${out:?}/obj"
        echo "$flags" >"$out/flags"
    fi
    OBJECTS=() KIND=$kind
    shopt -s nullglob
    local sources=()
    for room in $ROOMS; do sources+=(src/"$room"/*.c); done
    sources+=(wasm/"$entry"/*.c)
    shopt -u nullglob
    [ ${#sources[@]} -gt 0 ] || fail "no C sources found"
    for source in "${sources[@]}"; do
        object=$out/obj/${source%.c}.o
        OBJECTS+=("$object")
        if is_stale "$object"; then todo+=("$source"); fi
    done
    [ ${#todo[@]} = 0 ] && return 0
    say "[$kind] compiling ${#todo[@]} of ${#sources[@]} files"
    local running=0 done=0 failed=0
    for source in "${todo[@]}"; do
        object=$out/obj/${source%.c}.o
        mkdir -p "$(dirname "$object")"
        cold=${source#src/}
        case $HOT in *" ${cold%.c} "*) cold= ;; *) cold=${COLD:-} ;; esac
        # Into a temporary name first: an interrupted compiler must not leave an object that looks fresh.
        # Messages go through a file, so that two compilers do not talk at once.
        ( if "$@" $cold -MMD -MF "${object%.o}.d" -MT "$object" -c "$source" -o "$object.tmp.o" 2>"$object.log"; then
              mv "$object.tmp.o" "$object"; cat "$object.log" >&2
          else cat "$object.log" >&2; exit 1; fi ) &
        running=$((running + 1))
        if [ $running -ge "$JOBS" ]; then
            wait -n || failed=1
            running=$((running - 1)) done=$((done + 1))
            if [ $((done % 20)) = 0 ]; then say "[$kind] $done/${#todo[@]}"; fi
        fi
    done
    while [ $running -gt 0 ]; do wait -n || failed=1; running=$((running - 1)); done
    if [ $failed = 1 ]; then
        [ -n "${KEEP_GOING:-}" ] || fail "[$kind] compilation failed"
        say "[$kind] some files do not compile; going on without them"
    fi
}

# True when a link is due: the output is not there, older than an object or this script, or made of other objects (one
# whose source is gone leaves no trace but this list).
link_due() {
    local object
    [ -f "$1" ] && ! [ build.sh -nt "$1" ] || return 0
    [ "$(cat "build/$KIND/$(basename "$1").objects" 2>/dev/null || true)" = "${OBJECTS[*]}" ] || return 0
    for object in "${OBJECTS[@]}"; do ! [ "$object" -nt "$1" ] || return 0; done
    return 1
}

# linked OUTPUT FILE: puts a freshly linked file in its place, in one step, and notes what it was made of.
linked() {
    local note=build/$KIND/$(basename "$1").objects
    mv "$2" "$1"
    echo "${OBJECTS[*]}" >"$note"
    say "[$KIND] $1 $(stat -c %s "$1" 2>/dev/null || echo '?') bytes"
}

# Python sources of src/lib become one C table.
generate() {
    mkdir -p build/gen
    [ ! -f src/lib/embed.mjs ] || node src/lib/embed.mjs
}

# with_lock NAME COMMAND...: two builds of one kind in one tree take turns.
with_lock() {
    mkdir -p build
    if have flock; then exec 9>"build/.lock-$1"; flock 9; fi
    "${@:2}"
    if have flock; then exec 9>&-; fi
}

build_native() {
    ensure native
    local cc=${CC:-}
    [ -n "$cc" ] || { have clang && cc=clang || cc=gcc; }
    generate
    compile native native $cc -O2 -g $COMMON
    local out=build/native/aiter
    link_due $out || return 0
    $cc -O2 -g "${OBJECTS[@]}" -lm -o $out.tmp
    linked $out $out.tmp
}

build_sanitize() {
    ensure sanitize
    generate
    local flags="-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer"
    compile sanitize native clang -O1 -g $flags -DAITER_NO_POOLS $COMMON
    local out=build/sanitize/aiter
    link_due $out || return 0
    clang $flags "${OBJECTS[@]}" -lm -o $out.tmp
    linked $out $out.tmp
}

# The unit tests link what they use, so that a room can be tested while the rooms above it do not build yet.
build_unit() {
    ensure sanitize
    generate
    mkdir -p build/unit
    local flags="-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer"
    [ -n "${CI:-}" ] || local KEEP_GOING=yes
    compile sanitize native clang -O1 -g $flags -DAITER_NO_POOLS $COMMON
    local library=build/unit/library.a test name object objects=()
    for object in "${OBJECTS[@]}"; do
        case $object in */main.o) ;; *) [ ! -f "$object" ] || objects+=("$object") ;; esac
    done
    if link_due $library; then
        rm -f $library
        ar rcs $library "${objects[@]}"
        echo "${OBJECTS[*]}" >build/$KIND/library.a.objects
    fi
    shopt -s nullglob
    for test in tests/unit/*.c; do
        grep -qE '^int main\(' "$test" || continue
        name=build/unit/$(basename "${test%.c}")
        if [ -f "$name" ] && [ "$name" -nt $library ] && ! is_stale "$name.o"; then continue; fi
        say "[unit] $name"
        clang -O1 -g $flags -DAITER_NO_POOLS $COMMON -Itests/unit -MMD -MF "$name.d" -MT "$name.o" -c "$test" -o "$name.o"
        clang $flags "$name.o" $library -lm -o "$name"
    done
    shopt -u nullglob
}

build_emscripten() {
    ensure emscripten
    # Debian's emcc finds its JavaScript packages under NodeSource's Node only with this.
    if [ -d /usr/share/nodejs ]; then export NODE_PATH=${NODE_PATH:-/usr/share/nodejs}; fi
    generate
    mkdir -p dist
    COLD=$SMALL compile emscripten emscripten emcc -O2 -mbulk-memory -DAITER_LIBRARY_APART $COMMON
    local out=dist/aiter.wasm
    if ! link_due $out && ! [ build/gen/library_rest.txt -nt $out ] && ! [ wasm/emscripten/rest.txt -nt $out ]; then return 0; fi
    # -sTOTAL_STACK was renamed; old versions do not know the new name and the reverse.
    local stack=-sTOTAL_STACK
    emcc --version | head -n 1 | grep -qE ' (3\.1\.(2[7-9]|[3-9][0-9])|[4-9]\.)' && stack=-sSTACK_SIZE
    # Exports come from the sources (export_name).
    # Undefined symbols are the host's imports, so emcc's warnings about them say nothing.
    # Names of functions stay until the module has been divided by them.
    emcc -O1 --profiling-funcs -mbulk-memory -mmutable-globals -sSTANDALONE_WASM --no-entry -sALLOW_MEMORY_GROWTH -sERROR_ON_UNDEFINED_SYMBOLS=0 \
        -sWARN_ON_UNDEFINED_SYMBOLS=0 -sINITIAL_MEMORY=1048576 -sMALLOC=emmalloc -Wl,--stack-first -Wl,--print-map \
        $stack=$STACK_EMSCRIPTEN -sGLOBAL_BASE=$STACK_EMSCRIPTEN \
        -sBINARYEN_EXTRA_PASSES=--optimize-level=2,--shrink-level=1,$WASM_PASSES \
        "${OBJECTS[@]}" -o build/emscripten/whole.wasm >build/emscripten/whole.map
    node wasm/emscripten/split.mjs build/emscripten
    mv build/emscripten/aiter-rest.wasm dist/
    linked $out build/emscripten/aiter.wasm
}

build_wasi() {
    ensure wasi
    local cc; cc=$(wasi_clang)
    generate
    mkdir -p dist
    local flags="--target=wasm32-wasi --sysroot=/usr"
    COLD=$SMALL compile wasi wasi "$cc" $flags -O2 -mbulk-memory -ftls-model=local-exec -D_WASI_EMULATED_PROCESS_CLOCKS $COMMON
    local out=dist/aiter-wasi.wasm
    link_due $out || return 0
    # No -O here: with it clang runs a wasm-opt of its own that inlines functions with one caller.
    "$cc" $flags -s -Wl,--stack-first -Wl,-z,stack-size=$STACK_WASI "${OBJECTS[@]}" \
        -lwasi-emulated-process-clocks -o build/wasi/aiter.wasm
    if have wasm-opt; then
        wasm-opt --enable-bulk-memory --optimize-level=2 --shrink-level=1 ${WASM_PASSES//,/ } --strip-debug --strip-producers \
            build/wasi/aiter.wasm -o build/wasi/small.wasm
        mv build/wasi/small.wasm build/wasi/aiter.wasm
    fi
    linked $out build/wasi/aiter.wasm
}

build_web() {
    ensure_npm
    mkdir -p dist
    if [ -f web/build.mjs ]; then node web/build.mjs; else say "[web] web/build.mjs is not there yet"; fi
}

build_one() {
    case $1 in
        native|sanitize|emscripten|wasi|web) with_lock "$1" "build_$1" ;;
        unit) with_lock sanitize build_unit ;;  # they share objects
        browsers) ensure browsers ;;
        dist) for kind in emscripten wasi web; do build_one $kind; done ;;
        all)
            for kind in native sanitize unit dist; do build_one $kind; done ;;
        *) fail "unknown target: $1 (native, sanitize, unit, emscripten, wasi, web, dist, all, browsers)" ;;
    esac
}

[ $# -gt 0 ] || { sed -n '2,16s/^# \{0,1\}//p' "$0"; exit 2; }
have node && [ "$(node -p 'process.versions.node.split(".")[0] >= 20')" = true ] ||
    fail "Node 20 or newer is needed (https://nodejs.org/en/download), and $(have node && echo "this is $(node -v)" || echo "there is no node")"
# One installation for everything, before the first compiler runs.
ensure $(for target in "$@"; do needs_of "$target"; done)
for target in "$@"; do case $target in web|dist|all) ensure_npm ;; esac; done
for target in "$@"; do build_one "$target"; done
