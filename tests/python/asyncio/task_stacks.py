import asyncio
async def inner(): await asyncio.sleep(1)
async def f(): 
    await inner()
async def bad():
    (lambda: 1/0)()
async def main():
    t = asyncio.create_task(f()); await asyncio.sleep(0)
    t.print_stack()
    print([x.f_lineno for x in t.get_stack()])
    t.print_stack(limit=1)
    b = asyncio.create_task(bad()); await asyncio.sleep(0.1)
    b.print_stack()
    print([x.f_lineno for x in b.get_stack()], [x.f_lineno for x in b.get_stack(limit=1)])
    try: await b
    except ZeroDivisionError: pass
asyncio.run(main())
