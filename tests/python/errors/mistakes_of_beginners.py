import sys
# small programs with plain errors at top level
def average(nums): return sum(nums) / len(nums)
class Account:
    def __init__(self, owner, balance=0): self.owner, self.balance = owner, balance
    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError(f"insufficient funds: balance {self.balance}, requested {amount}")
        self.balance -= amount
acc = Account("Ann", 100)
try: acc.withdraw(500)
except ValueError as e: print("Error:", e)
print(acc.blance if hasattr(acc, "blance") else "no such attribute")
import traceback
for code in ("acc.blance", "acc.withdraw()", "average([])", "acc['x']", "len(acc)", "acc + 1", "acc()", "Acount('x')", "Account()", "Account('a', 1, 2)", "Account(nam='x')", "sys.foo", "sys.exit_", "import sy", "from sys import exti", "''.joinn([])", "print(undefind)", "prnt(1)", "[].apend(1)", "{}.itms()", "acc.owner.uper()", "int.from_byte(b'')", "self.x", "while True print(1)", "for i in range(3) print(i)", "if x = 3: pass", "print 'a'", "def f(x) return x", "class A pass", "x = [1, 2", "x = (1, 2]", "'abc", "f'{1'", "import", "1 = x", "x + = 1", "a b", "return 1", "else: pass", "  x = 1", "lambda x: return x", "True = 1", "None.foo", "f(x for x in y, 1)", "print(f'{x!z}')", "async def f(): yield from g()", "await x", "[x async for x in y]", "nonlocal x", "def f():\n  x = 1\n  global x", "break", "del 1", "raise 1", "assert False, 'm'", "x: int = 'a' +", "@", "with open('x') as f", "try: pass", "match x: pass", "5 = 5", "f() = 1", "x = yield = 1", "{1, 2: 3}", "{**a, b}", "a, b += 1", "(a, b): int = 1", "not", "is", "a is", "in x", "a if b", "a if b else", "*a", "*a,", "print(*)", "print(**)", "f(**a, *b)", "f(a=1, a=2)", "f(1=2)", "f(True=1)", "def f(*): pass", "def f(*, **k): pass", "def f(a, *, a): pass", "def f(**k, a): pass", "def f(a=1, b): pass", "def f(/, a): pass", "def f(a, /, b, /): pass", "lambda *: 1", "import a.b as c, d", "from a import *, b", "from a import b as c.d", "from . import", "global", "pass pass", "x = 1 y = 2", "0123", "1__2", "0x", "1e", "1.2.3", "'\\N{foo}'" if 0 else "1", "b'é'", "'a' b'b'", "$", "?", "a ? b : c", "x++", "++x;", "x--", "a && b", "a || b", "!a", "a <> b", "`a`", "“a”", "a\u00a0= 1", "\u200b", "é = 1; print(é)"):
    try: exec(compile(code, "<prog>", "exec"))
    except SyntaxError as e: print(repr(code), "->", type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
    except BaseException as e: print(repr(code), "->", "".join(traceback.format_exception_only(e)).strip())
