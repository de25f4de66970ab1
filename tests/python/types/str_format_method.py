print(repr("{} {}".format(1, 2)))
print(repr("{0} {1} {0}".format("a", "b")))
print(repr("{x} {y}".format(x=1, y=2)))
print(repr("{0} {x}".format(1, x=2)))
print(repr("{{}}".format()))
print(repr("{:>5}|{:<5}|{:^5}".format(1, 2, 3)))
print(repr("{:{}}".format("a", 5)))
print(repr("{:{w}.{p}}".format("abcdef", w=5, p=2)))
print(repr("{!r} {!s} {!a}".format("é", "é", "é")))
print(repr("{0[0]} {0[1]}".format([1, 2])))
print(repr("{0.real} {0.imag}".format(5)))
print(repr("{d[key]} {d[1]}".format(d={"key": "v", 1: "one"})))
print(repr("{0[a][b]}".format({"a": {"b": 3}})))
print(repr("{:,}".format(1234567)))
print(repr("{:%}".format(0.5)))
print(repr("{:08.3f}".format(3.14159)))
print(repr("{!r:>10}".format("a")))
print(repr("{0:{0}}".format(5)))
print(repr("{:s}".format("a")))
print(repr("{:10s}|".format("a")))
print(repr("{:.2}".format("abc")))
print(repr("{:*^9.3}".format("abcdef")))
print(repr("{:c}".format(97)))
print(repr("{:#x} {:#o} {:#b}".format(1, 2, 3)))
print(repr("{:+} {: } {:-}".format(1, 2, -3)))
print(repr("{}".format([1, None])))
print(repr("{:}".format("x")))
print(repr("{a.__class__.__name__}".format(a=1)))
print(repr("{} and {{{}}}".format(1, 2)))
print(repr("{a} {b}".format_map({"a": 1, "b": 2})))
print(repr("{:>{}}".format("x", 4)))
print(repr("{:{fill}{align}{width}}".format("m", fill="*", align="^", width=5)))
for expression in (
    '"{} {}".format(1)',
    '"{1}".format(1)',
    '"{x}".format()',
    '"{".format()',
    '"}".format()',
    '"{0} {}".format(1, 2)',
    '"{} {0}".format(1, 2)',
    '"{!x}".format(1)',
    '"{:d}".format("a")',
    '"{0.x}".format(1)',
    '"{0[a]}".format([1])',
    '"{0[5]}".format([1])',
    '"{!}".format(1)',
    '"{:.2d}".format(1)',
    '"{a".format(a=1)',
    '"{0[}".format([1])',
    '"{x}".format_map({})',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
