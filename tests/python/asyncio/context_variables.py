import asyncio
import contextvars

var = contextvars.ContextVar("var", default="default")


async def child(name):
    print(name, "sees", var.get())
    var.set(name)
    await asyncio.sleep(0)
    print(name, "has", var.get())


async def main():
    var.set("main")
    await asyncio.gather(child("a"), child("b"))
    print("main has", var.get())
    await child("direct")
    print("main now has", var.get())
    token = var.set("temporary")
    var.reset(token)
    print(var.get())
    context = contextvars.copy_context()
    context.run(var.set, "inside the copy")
    print(var.get(), context[var])


asyncio.run(main())
print(var.get())
