def parse(text):
    try:
        return int(text)
    except ValueError:
        return {}["missing"]


parse("x")
