import sys

print("before")
try:
    sys.exit("the reason")
finally:
    print("finally")
