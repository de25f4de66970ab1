def describe(value):
    match value:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case -1:
            return "minus one"
        case 1.5:
            return "float"
        case 2 + 3j:
            return "complex"
        case "text":
            return "string"
        case b"bytes":
            return "bytes"
        case None:
            return "none"
        case True:
            return "true"
        case int(n) if n > 100:
            return f"big {n}"
        case int() | float() as number:
            return f"number {number}"
        case str(s):
            return f"str {s}"
        case [] | ():
            return "empty"
        case _:
            return "something else"


for value in (0, 2, -1, 1.5, 2 + 3j, "text", b"bytes", None, True, False, 500, 42, 2.5, "other", [], (), {}, object, [1]):
    print(repr(value) if value is not object else "object", "->", describe(value))


class Color:
    RED = 1


match 1:
    case Color.RED:
        print("a dotted name is a value")
match 5:
    case x:
        print("captured", x)
match (1, 2):
    case (a, b) if a > b:
        print("never")
    case (a, b) if a < b:
        print("guard", a, b)
match "no match":
    case 1:
        print("never")
print("after")
match = 3
case = match + 1
print(match, case)
