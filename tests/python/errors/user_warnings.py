import warnings


def old():
    warnings.warn("old() is deprecated", DeprecationWarning, stacklevel=2)


old()
old()
for i in range(3):
    warnings.warn("user warning")
warnings.warn("other", RuntimeWarning)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("recorded")
print([str(w.message) for w in caught], caught[0].category.__name__)
warnings.simplefilter("error")
try:
    warnings.warn("now an error")
except UserWarning as e:
    print(repr(e))
