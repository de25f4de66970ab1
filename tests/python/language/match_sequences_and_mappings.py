def sequence(value):
    match value:
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [1, y]:
            return f"starts with 1, then {y}"
        case [x, [y, z]]:
            return f"nested {x} {y} {z}"
        case (x, y):
            return f"two {x} {y}"
        case [first, *rest] if first == "go":
            return f"go {rest}"
        case [first, *_, last]:
            return f"from {first} to {last}"
        case _:
            return "no sequence"


for value in ([], [5], [1, 2], [3, [4, 5]], (6, 7), ["go", 1, 2], range(5), "ab", b"ab", {1, 2}, {1: 2}, iter([1, 2])):
    print(sequence(value))


def mapping(value):
    match value:
        case {"type": "circle", "r": r}:
            return f"circle {r}"
        case {"type": str(kind), **rest}:
            return f"{kind} with {rest}"
        case {"a": {"b": [x, *_]}}:
            return f"deep {x}"
        case {1: one}:
            return f"key 1: {one}"
        case {}:
            return "some mapping"
        case _:
            return "no mapping"


for value in ({"type": "circle", "r": 2, "extra": 1}, {"type": "square", "side": 3}, {"type": 5}, {"a": {"b": [1, 2]}}, {1: "x"}, {}, [], "x"):
    print(mapping(value))


def command(text):
    match text.split():
        case ["go", ("north" | "south") as direction]:
            return f"going {direction}"
        case ["get", item, *others]:
            return f"getting {item} and {others}"
        case ["quit" | "exit"]:
            return "bye"
        case [verb, *_]:
            return f"cannot {verb}"
        case []:
            return "silence"


for text in ("go north", "go up", "get lamp", "get a b c", "exit", "", "dance now"):
    print(command(text))
