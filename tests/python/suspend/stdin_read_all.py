import sys

text = sys.stdin.read()
print(repr(text), len(text.splitlines()))
print(repr(sys.stdin.read()), repr(sys.stdin.readline()))
