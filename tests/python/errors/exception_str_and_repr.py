class Plain(Exception):
    pass


class WithStr(Exception):
    def __str__(self):
        return "from __str__"


class BadStr(Exception):
    def __str__(self):
        raise RuntimeError("no text")


for e in (Plain(), Plain("a"), Plain("a", 1), WithStr("x"), ValueError(None), ValueError(""), OSError("one"), FileNotFoundError(2, "x"),
          UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad byte"),
          UnicodeEncodeError("ascii", "é", 0, 1, "not ascii"), StopIteration(3), KeyError("k"), AttributeError("a", name="n", obj=1),
          NameError("n", name="x"), ImportError("i", name="m", path="p"), BaseException("b")):
    print(type(e).__name__, "|", str(e), "|", repr(e), "|", e.args)
error = OSError(999, "gone", "a", None, "b")
print(error, error.errno, error.strerror, error.filename, error.filename2)
try:
    str(BadStr())
except RuntimeError as e:
    print(e)
raise BadStr()
