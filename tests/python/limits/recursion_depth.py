depth = 0


def down():
    global depth
    depth += 1
    down()


try:
    down()
except RecursionError as e:
    print(depth, e, type(e).__mro__[1].__name__)
import sys
print(sys.getrecursionlimit())
sys.setrecursionlimit(200)
depth = 0
try:
    down()
except RecursionError:
    print(depth)
for bad in (0, -1, "a", 1.5):
    try:
        sys.setrecursionlimit(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
sys.setrecursionlimit(3000)
depth = 0
try:
    down()
except RecursionError:
    print(depth)
