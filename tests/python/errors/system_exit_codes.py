import sys

for code in (None, 0, 3, "message", 2.5, True, (1, 2)):
    try:
        sys.exit(code)
    except SystemExit as e:
        print(repr(e), repr(e.code), e.args)
try:
    raise SystemExit
except SystemExit as e:
    print(repr(e.code))
try:
    raise SystemExit(1, 2)
except SystemExit as e:
    print(e.code)
try:
    exit(4)
except SystemExit as e:
    print(e.code)
print(issubclass(SystemExit, Exception))
sys.exit(7)
