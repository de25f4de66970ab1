import asyncio


def load():
    import json
    from collections import namedtuple
    return json.dumps([1, 2]), namedtuple("P", "x")(3)


async def main():
    import functools
    print(load(), functools.reduce(lambda a, b: a + b, [1, 2, 3]))
    await asyncio.sleep(0)
    from math import sqrt as root
    print(root(16))


asyncio.run(main())
