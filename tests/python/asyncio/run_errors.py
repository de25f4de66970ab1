import asyncio


async def inside():
    async def other():
        pass
    coroutine = other()
    try:
        asyncio.run(coroutine)
    except RuntimeError as e:
        print(e)
    coroutine.close()


asyncio.run(inside())
for value in (None, 3, inside):
    try:
        asyncio.run(value)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)
try:
    asyncio.create_task(None)
except (RuntimeError, TypeError) as e:
    print(e)


async def result():
    return "result"


print(asyncio.run(result()))


async def fail():
    raise KeyError("through run")


try:
    asyncio.run(fail())
except KeyError as e:
    print("caught", e)
