class A: pass
class B(A): pass
class C: pass

print(repr(isinstance(B(), A)))
print(repr(isinstance(A(), B)))
print(repr(isinstance(1, (str, int))))
print(repr(isinstance("a", (int, (float, str)))))
print(repr(isinstance(True, int)))
print(repr(isinstance(1, object)))
print(repr(isinstance(A, type)))
print(repr(isinstance(None, type(None))))
print(repr(isinstance(1, int | str)))
print(repr(isinstance(1.0, int | str)))
print(repr(isinstance(None, int | None)))
print(repr(issubclass(B, A)))
print(repr(issubclass(A, A)))
print(repr(issubclass(A, (C, B))))
print(repr(issubclass(bool, int)))
print(repr(issubclass(int, (str, object))))
print(repr(issubclass(int, int | str)))
print(repr(isinstance(B(), (A, C))))
print(repr(isinstance([], list)))
print(repr(isinstance({}, (list, dict))))
print(repr(issubclass(type, object)))
print(repr(isinstance(lambda: 0, type(lambda: 0))))
print(repr(isinstance(1, ())))
print(repr(issubclass(ValueError, Exception)))
for expression in (
    'isinstance(1, "int")',
    'isinstance(1, 5)',
    'isinstance(1, [int])',
    'isinstance(1)',
    'issubclass(1, int)',
    'issubclass(int, 1)',
    'issubclass(int, "a")',
    'isinstance(1, (str, 5))',
    'isinstance(1, list[int])',
    'isinstance("a", int | "str")',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
