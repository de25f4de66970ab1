import asyncio


async def numbers(n):
    for i in range(n):
        yield i


async def main():
    generator = numbers(2)
    print(type(generator).__name__, generator.__name__, generator.__qualname__)
    print(generator.ag_running, generator.ag_await, generator.ag_frame is not None, generator.ag_code.co_name)
    step = generator.asend(None)
    print(type(step).__name__, type(generator.athrow(ValueError)).__name__, type(generator.aclose()).__name__)
    print(await step, await anext(generator))
    print(hasattr(generator, "__anext__"), hasattr(generator, "__iter__"), hasattr(generator, "__await__"))
    try:
        next(generator)
    except TypeError as e:
        print(e)
    try:
        await generator
    except TypeError as e:
        print(e)
    try:
        for x in generator:
            pass
    except TypeError as e:
        print(e)


asyncio.run(main())
