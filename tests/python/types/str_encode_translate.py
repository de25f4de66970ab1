print(repr("abc".encode()))
print(repr("é中😀".encode()))
print(repr("é".encode("latin-1")))
print(repr("é".encode("ascii", "replace")))
print(repr("é".encode("ascii", "ignore")))
print(repr("é".encode("ascii", "xmlcharrefreplace")))
print(repr("é".encode("ascii", "backslashreplace")))
print(repr("a".encode("utf-16-le")))
print(repr("中".encode("utf-16-be")))
print(repr("a".encode("utf-8", "strict")))
print(repr("é".encode(encoding="utf-8")))
print(repr("a".encode("utf-32-le")))
print(repr("abc".encode("ascii")))
print(repr("\ud800".encode("utf-8", "surrogatepass")))
print(repr("é".encode("ascii", "namereplace")))
print(repr("abc".translate({97: "X", 98: None})))
print(repr("abc".translate(str.maketrans("ab", "xy"))))
print(repr("abc".translate(str.maketrans("ab", "xy", "c"))))
print(repr(str.maketrans({"a": "1", 98: 2})))
print(repr(str.maketrans("ab", "cd")))
print(repr("aé".translate({233: "e"})))
print(repr("abc".translate({})))
print(repr("abc".translate(str.maketrans("", "", "b"))))
for expression in (
    '"é".encode("ascii")',
    '"\\ud800".encode()',
    '"中".encode("latin-1")',
    '"a".encode("no-such")',
    '"a".encode(1)',
    '"é".encode("ascii", "no-such")',
    'str.maketrans("a", "bc")',
    'str.maketrans("ab")',
    'str.maketrans(1)',
    'str.maketrans({"ab": 1})',
    '"abc".translate(1)',
    '"abc".translate({97: 1.5})',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
