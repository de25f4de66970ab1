name, value, width = "Ada", 3.14159, 10
print(f"{name} {value:.2f} {value:{width}.{2}f}| {name!r:>8} {name!s:^9}| {name!a}")
print(f"{1 + 2} {[x for x in range(3)]} {'nested ' + 'quotes'} {(lambda x: x * 2)(4)}")
print(f"{{literal}} {{{name}}} {'}'} {'{'}")
print(f"{name=} {value = :.1f} {1+1=} {name = !s} {name=!r:>8}")
print(f"{name:>{width}}|{name:<{width}}|{name:^{width}}|{name:*^{width}}|")
print(f"{42:d} {42:5d}| {42:<5}| {42:05} {42:+} {-42: } {42:x} {42:#x} {42:X} {42:o} {42:#o} {42:b} {42:#b} {42:c}")
print(f"{1234567:,} {1234567:_} {1234567.891:,.2f} {0xdeadbeef:_x} {255:#010x} {5:=+4d}")
print(f"{3.0} {3.5:.0f} {2.5:.0f} {1e10} {1e-10} {123456789.0:e} {123.456:g} {1e20:g} {0.00001:g} {12.5:%} {0.5:.1%} {1.5:n}")
print(f"{'a' 'b'} {name[0]} {name.upper()} {dict(a=1)['a']} { {'k': 1}['k'] }")
print(f"""multi {
    name
} line""")
print(f"{name!r}" f"{value:.1f}" "plain" rf"\d{name}" f"\t|\x41|\N{BULLET}|")
print(f"{'yes' if value > 3 else 'no'} {None} {True} {...}")
class F:
    def __format__(self, spec):
        return f"<{spec}>"
    def __str__(self): return "str"
    def __repr__(self): return "repr"
print(f"{F()} {F():abc} {F()!s} {F()!r} {F()!r:>6} {F():{'x'}{'y'}}")
print(f"{f'{f"{1}"}'} {f"{name}"} {"same quotes"}")
print(f"{1:{''}} {1!r:{'>'}{5}}", f"{'a':s}{'b':>3s}", f"{1,2}", f"{*[1, 2],}")
print(f"{10:>{'5'}}", f"{value:{'.1f'}}", f"{[1, 2]!s:>10}")
print(f'{"a": >5}|{"é": ^5}|{"中": <4}|{3:>+5}|{3:^+5d}|')
for bad in ("f'{1:z}'", "f'{\"a\":d}'", "f'{1.5:d}'", "f'{None:>5}'", "f'{[]:x}'", "f'{1:,_}'", "f'{1:10,x}'", "f'{\"x\":=5}'", "f'{\"x\":+}'", "f'{1:.3d}'", "f'{300:c}'[0] and f'{-1:c}'"):
    try:
        print(eval(bad))
    except Exception as e:
        print(bad, "|", type(e).__name__, e)
