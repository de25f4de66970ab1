"""Iterators: the building blocks. (What is imported here lives in the prelude, so that no traceback shows its frames.)"""

from _engine import prelude as _prelude

_names = ('accumulate batched chain combinations combinations_with_replacement compress count cycle dropwhile filterfalse groupby '
          'islice pairwise permutations product repeat starmap takewhile tee zip_longest').split()


def __getattr__(name):
    if name == '__all__':
        return list(_names)
    if name in _names:
        value = globals()[name] = _prelude('_itertools.' + name)
        return value
    raise AttributeError(f"module 'itertools' has no attribute {name!r}")


def __dir__():
    return sorted({*globals(), *_names})
