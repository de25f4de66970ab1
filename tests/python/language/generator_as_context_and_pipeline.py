def read(lines):
    for line in lines:
        yield line.strip()


def skip_comments(lines):
    return (line for line in lines if line and not line.startswith("#"))


def parse(lines):
    for number, line in enumerate(lines, 1):
        key, separator, value = line.partition("=")
        if not separator:
            raise ValueError(f"item {number}: {line!r}")
        yield key.strip(), value.strip()


text = ["# settings", "a = 1", "", "b=two", "c = x = y"]
print(dict(parse(skip_comments(read(text)))))
try:
    list(parse(skip_comments(read(["a=1", "oops"]))))
except ValueError as e:
    print(e)
