"""Template strings."""

from _engine import prelude as _prelude

__all__ = ['Interpolation', 'Template', 'convert']
Interpolation, Template, convert = _prelude('_template.Interpolation'), _prelude('_template.Template'), _prelude('_template.convert')
