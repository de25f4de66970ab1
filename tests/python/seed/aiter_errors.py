class NoIterator:
    pass


class WrongIterator:
    def __aiter__(self):
        return 42


class AsyncAiter:
    async def __aiter__(self):
        return self


for value in (1, [1], NoIterator(), WrongIterator()):
    try:
        aiter(value)
    except TypeError as e:
        print(e)
try:
    aiter()
except TypeError as e:
    print(e)
try:
    aiter(1, 2)
except TypeError as e:
    print(e)
try:
    anext(1)
except TypeError as e:
    print(e)
try:
    anext()
except TypeError as e:
    print(e)
try:
    aiter(AsyncAiter())
except TypeError as e:
    print(e)
print(aiter, anext)
