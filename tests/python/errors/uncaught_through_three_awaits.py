import asyncio


async def read(path):
    await asyncio.sleep(0.1)
    raise FileNotFoundError(2, "No such file or directory", path)


async def load(path):
    data = await read(path)
    return data


async def start():
    print("loading")
    return await load("settings.toml")


async def main():
    await start()


asyncio.run(main())
