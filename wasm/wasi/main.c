// The command for WASI preview 1: the native one's parts over wasi-libc.

#include "../command/options.c"
#include "../command/program.c"
#include "../command/streams.c"
#include "../command/command.c"

int main(int argc, char **argv) { return command_main(argc, argv); }
