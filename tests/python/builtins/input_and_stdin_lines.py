# not-on: page, where the last line of the box counts as a whole one
import sys
print(input("name? "), end="|\n")
print(input())
for line in sys.stdin: print(repr(line))
try: input("more? ")
except EOFError as e: print(repr(e))
print(sys.stdin.read() == "")
