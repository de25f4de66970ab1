import sys

print("to stdout")
print("to stderr", file=sys.stderr)
sys.stderr.write("no newline")
sys.stdout.write("written\n")
print("flushed", flush=True)
print(file=sys.stderr)
