async def forgotten():
    print("never")


kept = forgotten()
print(type(kept).__name__, kept.__name__)
