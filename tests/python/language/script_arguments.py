# args: one --two=3 "four
import sys

print(sys.argv, len(sys.argv))
