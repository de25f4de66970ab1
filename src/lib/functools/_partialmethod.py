"""functools.partialmethod"""

from functools import partial


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'the first argument {func!r} must be a callable or a descriptor')
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        shown = [repr(self.func), *[repr(a) for a in self.args], *[f'{k}={v!r}' for k, v in self.keywords.items()]]
        return f'functools.partialmethod({", ".join(shown)})'

    def _method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        if get is not None and not callable(getattr(self.func, '__code__', None)):
            func = get(obj, cls)
            if func is not self.func:
                made = partial(func, *self.args, **self.keywords)
                try:
                    made.__self__ = func.__self__
                except AttributeError:
                    pass
                return made
        return self._method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)


partialmethod.__module__ = 'functools'
