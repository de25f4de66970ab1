import types


@types.coroutine
def switch(value):
    received = yield value
    return received


async def task(name):
    print(name, "received", await switch(f"{name} 1"))
    print(name, "received", await switch(f"{name} 2"))
    return f"{name} done"


def run(*coroutines):
    pending = list(coroutines)
    sent = {id(c): None for c in pending}
    while pending:
        c = pending.pop(0)
        try:
            value = c.send(sent[id(c)])
        except StopIteration as e:
            print("result", e.value)
        else:
            print("yielded", value)
            sent[id(c)] = value.upper()
            pending.append(c)


run(task("a"), task("b"))
