async def inner(x):
    return x * 2


async def outer(x):
    return await inner(x) + 1


class Pause:
    def __await__(self):
        received = yield "paused"
        print("received", received)
        return "resumed"


async def pausing():
    print(await Pause())
    return "result"


coroutine = outer(5)
print(type(coroutine).__name__, coroutine.cr_running, coroutine.cr_await, coroutine.__name__)
try:
    coroutine.send(None)
except StopIteration as e:
    print("value", e.value)
try:
    coroutine.send(None)
except RuntimeError as e:
    print(e)
coroutine = pausing()
print(coroutine.send(None), coroutine.cr_await is not None)
try:
    coroutine.send("sent")
except StopIteration as e:
    print(e.value)
coroutine = pausing()
try:
    coroutine.send("early")
except TypeError as e:
    print(e)
coroutine.send(None)
try:
    coroutine.throw(ValueError("thrown"))
except ValueError as e:
    print("out came", e)
coroutine = pausing()
coroutine.send(None)
coroutine.close()
print("closed", coroutine.cr_frame)
coroutine = pausing()
coroutine.close()
try:
    coroutine.send(None)
except RuntimeError as e:
    print(e)
for operation in (iter, next, len):
    try:
        operation(coroutine)
    except TypeError as e:
        print(e)
