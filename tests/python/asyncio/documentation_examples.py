# asyncio docs examples
import asyncio, time
async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)
async def main():
    print("started")
    await say_after(1, 'hello')
    await say_after(2, 'world')
    task1 = asyncio.create_task(say_after(1, 'hello'))
    task2 = asyncio.create_task(say_after(2, 'world'))
    await task1
    await task2
    async with asyncio.TaskGroup() as tg:
        task1 = tg.create_task(say_after(1, 'hello'))
        task2 = tg.create_task(say_after(2, 'world'))
asyncio.run(main())
class TerminateTaskGroup(Exception):
    """Exception raised to terminate a task group."""
async def force_terminate_task_group():
    raise TerminateTaskGroup()
async def job(task_id, sleep_time):
    print(f'Task {task_id}: start')
    await asyncio.sleep(sleep_time)
    print(f'Task {task_id}: done')
async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(job(1, 0.5))
            group.create_task(job(2, 1.5))
            await asyncio.sleep(1)
            group.create_task(force_terminate_task_group())
    except* TerminateTaskGroup:
        pass
asyncio.run(main())
async def factorial(name, number):
    f = 1
    for i in range(2, number + 1):
        print(f"Task {name}: Compute factorial({number}), currently i={i}...")
        await asyncio.sleep(1)
        f *= i
    print(f"Task {name}: factorial({number}) = {f}")
    return f
async def main():
    L = await asyncio.gather(factorial("A", 2), factorial("B", 3), factorial("C", 4))
    print(L)
asyncio.run(main())
async def eternity():
    await asyncio.sleep(3600)
    print('yay!')
async def main():
    try:
        await asyncio.wait_for(eternity(), timeout=1.0)
    except TimeoutError:
        print('timeout!')
asyncio.run(main())
async def cancel_me():
    print('cancel_me(): before sleep')
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        print('cancel_me(): cancel sleep')
        raise
    finally:
        print('cancel_me(): after sleep')
async def main():
    task = asyncio.create_task(cancel_me())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("main(): cancel_me is cancelled now")
asyncio.run(main())
import random
async def worker(name, queue):
    while True:
        sleep_for = await queue.get()
        await asyncio.sleep(sleep_for)
        queue.task_done()
        print(f'{name} has slept for {sleep_for:.2f} seconds')
async def main():
    queue = asyncio.Queue()
    total = 0
    for i in range(6):
        queue.put_nowait(0.1 * i); total += 0.1 * i
    tasks = [asyncio.create_task(worker(f'worker-{i}', queue)) for i in range(3)]
    started_at = time.monotonic()
    await queue.join()
    total_slept_for = time.monotonic() - started_at
    for task in tasks: task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print('====')
    print(f'3 workers slept in parallel for {total_slept_for:.1f} seconds', f'{total:.2f}')
asyncio.run(main())
async def display_date():
    loop = asyncio.get_running_loop()
    end_time = loop.time() + 5.0
    while True:
        print("tick")
        if (loop.time() + 1.0) >= end_time: break
        await asyncio.sleep(1)
asyncio.run(display_date())
def hello_world(loop):
    print('Hello World'); loop.stop()
loop = asyncio.new_event_loop()
loop.call_soon(hello_world, loop)
try: loop.run_forever()
finally: loop.close()
async def set_after(fut, delay, value):
    await asyncio.sleep(delay)
    fut.set_result(value)
async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    loop.create_task(set_after(fut, 1, '... world'))
    print('hello ...')
    print(await fut)
asyncio.run(main())
class Cell:
    async def read(self):
        async for line in self.lines():
            print(line.decode(), end="")
    async def lines(self):
        for l in (b"a\n", b"b\n"):
            yield l
asyncio.run(Cell().read())
