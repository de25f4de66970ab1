import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future, future.done(), future.cancelled())
    future.add_done_callback(lambda f: print("callback 1", f.result()))
    future.add_done_callback(print_second)
    print(future.remove_done_callback(print_second))
    loop.call_later(0.1, future.set_result, "value")
    print(await future)
    print(future, future.result(), future.exception())
    try:
        future.set_result(1)
    except asyncio.InvalidStateError as e:
        print(e)
    failing = loop.create_future()
    failing.set_exception(ValueError("bad"))
    try:
        await failing
    except ValueError as e:
        print(repr(e), failing.exception() is e)
    cancelled = loop.create_future()
    print(cancelled.cancel("why"), cancelled.cancel(), cancelled)
    try:
        await cancelled
    except asyncio.CancelledError as e:
        print(repr(e))
    pending = loop.create_future()
    for method in (pending.result, pending.exception):
        try:
            method()
        except asyncio.InvalidStateError as e:
            print(e)
    try:
        pending.set_exception(StopIteration("no"))
    except TypeError as e:
        print(e)
    print(asyncio.isfuture(pending), asyncio.isfuture(1))
    late = loop.create_future()
    late.set_result(3)
    late.add_done_callback(lambda f: print("added when done", f.result()))
    print("before")
    await asyncio.sleep(0)


def print_second(future):
    print("removed", future)


asyncio.run(main())
