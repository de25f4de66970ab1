print(repr(str(0)))
print(repr(str(-1)))
print(repr(repr(10 ** 25)))
print(repr(str(-10 ** 25)))
print(repr(hex(255)))
print(repr(hex(-255)))
print(repr(oct(8)))
print(repr(bin(5)))
print(repr(bin(-5)))
print(repr(hex(2 ** 70)))
print(repr(oct(2 ** 70)))
print(repr(bin(2 ** 70)))
print(repr(format(255, "x")))
print(repr(format(255, "#X")))
print(repr(format(255, "08b")))
print(repr(format(-255, "#o")))
print(repr(format(1234567, ",")))
print(repr(format(1234567, "_d")))
print(repr(format(2 ** 70, ",")))
print(repr(format(0xFFFFF, "_x")))
print(repr(format(42, "5")))
print(repr(format(42, "<5")))
print(repr(format(42, "^5")))
print(repr(format(42, ">5")))
print(repr(format(42, "*^7")))
print(repr(format(42, "05")))
print(repr(format(-42, "06")))
print(repr(format(42, "+")))
print(repr(format(42, " ")))
print(repr(format(-42, "=6")))
print(repr(format(42, "+06d")))
print(repr(format(65, "c")))
print(repr(format(3, "f")))
print(repr(format(3, ".2f")))
print(repr(format(3, "e")))
print(repr(format(3, "%")))
print(repr(format(3, "g")))
print(repr(format(10 ** 20, "e")))
print(repr(format(True, "d")))
print(repr(format(True)))
print(repr(format(12345, "n")))
print(repr("%d %i %5d|%-5d|%05d|%+d|% d" % (1, 2, 3, 4, 5, 6, 7)))
print(repr("%x %X %#x %o %#o %c %c" % (255, 255, 255, 8, 8, 65, "z")))
print(repr("%s %r %a" % (1, 1, 1)))
print(repr("%d" % 3.9))
print(repr("%d" % True))
print(repr("%.3d" % 5))
print(repr("%*d" % (5, 42)))
print(repr("%d%%" % 50))
print(repr("%(a)d %(b)s" % {"a": 1, "b": 2}))
print(repr("%d" % (2 ** 70)))
print(repr("%x" % (2 ** 70)))
print(repr("%i" % -5))
for expression in (
    'format(1, "s")',
    'format(1, "10.5")',
    'format(1, "q")',
    'format(1, ",s")',
    'format(-1, "c")',
    'format(2 ** 30, "c")',
    '"%d" % "1"',
    '"%x" % 1.5',
    '"%c" % "ab"',
    '"%d %d" % (1,)',
    '"%d" % (1, 2)',
    '"%q" % 1',
    '"%" % ()',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
