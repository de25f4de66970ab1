def first[T](items: list[T]) -> T:
    return items[0]


class Stack[T]:
    def __init__(self):
        self.items: list[T] = []

    def push(self, item: T):
        self.items.append(item)
        return self


type Pair[A, B] = tuple[A, B]
type Alias = int | str
print(first([3, 4]), first.__type_params__, Stack.__type_params__)
print(Stack[int]().push(1).items, Pair, Alias.__value__, Pair.__type_params__)
print(Pair[int, str], type(Alias).__name__)


def bounded[T: int, *Ts, **P](x: T) -> T:
    return x


print(bounded(1), bounded.__type_params__, bounded.__type_params__[0].__bound__)
