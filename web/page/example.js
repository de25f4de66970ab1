// The program that a page without a link shows.

export const example = `import asyncio


class Countdown:
    """An asynchronous iterator."""

    def __init__(self, start):
        self.current = start

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.current == 0:
            raise StopAsyncIteration
        await asyncio.sleep(0.2)
        self.current -= 1
        return self.current + 1


async def main():
    async for number in aiter(Countdown(5)):
        print(number)
    print("lift-off")


asyncio.run(main())
`;
