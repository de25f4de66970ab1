async def numbers():
    received = yield 1
    print("received", received)
    yield 2


def drive(awaitable):
    try:
        awaitable.send(None)
    except StopIteration as e:
        return e.value
    except StopAsyncIteration:
        return "the end"


g = numbers()
print(drive(g.__anext__()), drive(g.asend("hello")), drive(anext(g)), drive(anext(g, "default")))


async def loop():
    return [x async for x in numbers()]


print(drive(loop()))
