"""Lines of source text by file name: of what the engine has compiled."""

from _engine import source as _source

cache = {}


def getlines(filename, module_globals=None):
    if filename in cache:
        return cache[filename][2]
    text = _source(filename)
    if text is None:
        return []
    lines = [line + '\n' for line in text.split('\n')]
    if lines and lines[-1] == '\n':
        lines.pop()
    return lines


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def clearcache():
    cache.clear()


def checkcache(filename=None):
    pass


def updatecache(filename, module_globals=None):
    return getlines(filename)


def lazycache(filename, module_globals):
    return False
