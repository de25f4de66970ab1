from contextlib import contextmanager, ContextDecorator, ExitStack


@contextmanager
def tag(name):
    print(f"<{name}>")
    yield
    print(f"</{name}>")


@tag("p")
def paragraph(text):
    print(text)


paragraph("one")
paragraph("two")


class Logged(ContextDecorator):
    def __enter__(self):
        print("in")

    def __exit__(self, *exc):
        print("out", exc[0])
        return True


@Logged()
def fails():
    raise ValueError


print(fails())
with ExitStack() as stack:
    stack.enter_context(tag("outer"))
    stack.push(lambda *exc: print("pushed", exc[0]) or True)
    stack.enter_context(Logged())
    raise KeyError
print("after")


@contextmanager
def no_yield():
    if False:
        yield


@contextmanager
def two_yields():
    yield 1
    yield 2


for manager in (no_yield, two_yields):
    try:
        with manager():
            print("body")
    except RuntimeError as e:
        print(e)
