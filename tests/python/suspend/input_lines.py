name = input("name? ")
age = int(input())
print(f"{name} is {age}")
print(repr(input("empty line: ")))
import sys
print(repr(sys.stdin.readline()))
for line in sys.stdin:
    print("rest:", line.rstrip())
try:
    input("more? ")
except EOFError as e:
    print("\n" + str(e))
