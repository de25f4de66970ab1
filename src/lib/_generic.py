# __class_getitem__ of built-in classes: list[int].


def alias(cls, item):
    return _prelude('_types.generic_alias')(cls, item)
