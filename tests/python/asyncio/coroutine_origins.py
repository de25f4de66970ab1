import asyncio, sys
async def test(): pass
async def main(): test()
sys.set_coroutine_origin_tracking_depth(3)
print(sys.get_coroutine_origin_tracking_depth())
def outer(): return inner()
def inner(): return test()
c = outer()
print([x[1:] for x in c.cr_origin])
del c
sys.set_coroutine_origin_tracking_depth(1)
c = outer(); print([x[1:] for x in c.cr_origin]); c.close()
sys.set_coroutine_origin_tracking_depth(0)
print(test().cr_origin)
for bad in (-1, "a"):
    try: sys.set_coroutine_origin_tracking_depth(bad)
    except (ValueError, TypeError) as e: print(e)
asyncio.run(main(), debug=True)
print(sys.get_coroutine_origin_tracking_depth())
