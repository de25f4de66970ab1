// The native command. Its parts are the same under WASI, and build.sh compiles one folder for each platform: so they
// come in here.

#include "../command/options.c"
#include "../command/program.c"
#include "../command/streams.c"
#include "../command/command.c"

int main(int argc, char **argv) { return command_main(argc, argv); }
