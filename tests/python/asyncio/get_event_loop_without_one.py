import asyncio

try:
    asyncio.get_event_loop()
except RuntimeError as e:
    print(e)
try:
    asyncio.current_task()
except RuntimeError as e:
    print(e)
try:
    asyncio.all_tasks()
except RuntimeError as e:
    print(e)
try:
    asyncio.Queue().put_nowait(1)
    print("a queue needs no loop")
    asyncio.Lock()
    asyncio.Event().set()
    asyncio.Future()
except RuntimeError as e:
    print(e)
coroutine = asyncio.sleep(0)
try:
    coroutine.send(None)
    coroutine.close()
    asyncio.sleep(1).send(None)
except RuntimeError as e:
    print(e)
