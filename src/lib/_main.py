# Code with top-level await (host/engine.c): its coroutine is run on an event loop, as the prompt of `python -m asyncio` does.


def run_coroutine(coro):
    import asyncio
    return asyncio.run(coro)
