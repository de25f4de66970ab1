import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    if name == "bad":
        raise ValueError(name)
    return name


def names(tasks):
    return sorted(t.get_name() for t in tasks)


def start(*pairs):
    return [asyncio.create_task(work(n, d), name=n) for n, d in pairs]


async def main():
    done, pending = await asyncio.wait(start(("a", 0.1), ("b", 0.2)))
    print(names(done), names(pending))
    done, pending = await asyncio.wait(start(("a", 0.1), ("b", 0.2)), return_when=asyncio.FIRST_COMPLETED)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(start(("bad", 0.2), ("a", 0.1), ("c", 0.3)), return_when=asyncio.FIRST_EXCEPTION)
    print(names(done), names(pending), [t.exception() for t in done if t.get_name() == "bad"])
    done, pending = await asyncio.wait(start(("a", 0.1), ("slow", 5)), timeout=1)
    print(names(done), names(pending))
    for task in pending:
        task.cancel()
    try:
        await asyncio.wait([])
    except ValueError as e:
        print(e)
    try:
        await asyncio.wait([work("coroutine", 0)])
    except TypeError as e:
        print(e)


asyncio.run(main())
