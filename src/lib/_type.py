# The parts of type.__new__ that run Python code (obj/object_type.c makes the class itself).


def finish(cls, kwds):
    for name, value in list(_type_dict(cls).items()):
        if _has_special(value, '__set_name__'):
            try:
                _call_special(value, '__set_name__', cls, name)
            except BaseException as e:
                e.add_note(f"Error calling __set_name__ on '{type(value).__name__}' instance '{name}' in '{cls.__name__}'")
                raise
    _init_subclass_of(cls)(**(kwds or {}))
    return cls


def derived_metaclass(meta, name, bases=None, namespace=None, kwds=None):
    winner = _type_winner(meta, bases)
    return winner.__new__(winner, name, bases, namespace, **(kwds or {}))
