"""What contextvars hands over: comparing values that have an __eq__ of their own, and showing defaults that have a __repr__."""


def eq(self, other):
    return NotImplemented if type(other) is not type(self) else dict(self.items()) == dict(other.items())


def ne(self, other):
    return NotImplemented if type(other) is not type(self) else dict(self.items()) != dict(other.items())


def var_repr(self):
    return f"<ContextVar name={self.name!r} default={_context_default(self)!r} at {id(self):#x}>"


def token_repr(self):
    used = ' used' if _context_token_used(self) else ''
    return f"<Token{used} var={self.var!r} at {id(self):#x}>"
