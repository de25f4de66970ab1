# __annotations__ of functions and classes: __annotate__ is asked when they are first read (PEP 649).


def _checked(annotate):
    annotations = annotate(1)
    if not isinstance(annotations, dict):
        raise TypeError(f"__annotate__() must return a dict, not {type(annotations).__name__}")
    return annotations


def get(owner):
    if isinstance(owner, type):
        annotate = owner.__annotate__
        annotations = {} if annotate is None else _checked(annotate)
        owner.__annotations__ = annotations
        return annotations
    annotate = owner.__annotate__
    annotations = {} if annotate is None else _checked(annotate)
    _set_annotations(owner, annotations)
    return annotations


def module(owner):
    namespace = owner.__dict__
    annotate = namespace.get('__annotate__')
    annotations = _checked(annotate) if annotate is not None else {}
    namespace['__annotations__'] = annotations
    return annotations
