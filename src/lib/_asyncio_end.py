"""The end of asyncio.run: on its own, since every program comes here."""


async def shutdown_asyncgens(self):
    generators = _loop_take_asyncgens(self)
    if not generators:
        return
    from asyncio import gather
    results = await gather(*[generator.aclose() for generator in generators], return_exceptions=True)
    for result, generator in zip(results, generators):
        if isinstance(result, Exception):
            self.call_exception_handler({'message': f'an error occurred during closing of asynchronous generator {generator!r}',
                                         'exception': result, 'asyncgen': generator})


async def shutdown_default_executor(self, timeout=None):
    executor = _loop_executor(self, True)
    if executor is not None:
        executor.shutdown(wait=True)
    elif (waiter := _loop_threads_end(self)) is not None:
        await waiter
