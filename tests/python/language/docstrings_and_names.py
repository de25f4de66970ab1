"""Module docstring."""


def f():
    "function docstring"


class C:
    '''class docstring'''

    def m(self):
        """method
        docstring"""

    class Inner:
        def deep(self):
            def nested():
                pass
            return nested


def no_doc():
    f"not a docstring"


print(__doc__, f.__doc__, C.__doc__, repr(C.m.__doc__), no_doc.__doc__)
print(f.__name__, f.__qualname__, C.m.__qualname__, C.Inner.deep.__qualname__, C.Inner().deep().__qualname__, (lambda: 0).__qualname__)
f.__name__, f.__doc__ = "renamed", "new doc"
print(f.__name__, f.__doc__)
f.attribute = 5
print(f.attribute, f.__dict__, f.__module__, f.__code__.co_argcount, f.__code__.co_varnames)
print(C.__name__, C.__qualname__, type(f).__name__, type(C.m).__name__, type(C().m).__name__, type(len).__name__, type([].append).__name__)
