"""Places in sorted lists."""

from _engine import prelude as _prelude

bisect_left, bisect_right = _prelude('_bisect.bisect_left'), _prelude('_bisect.bisect_right')
insort_left, insort_right = _prelude('_bisect.insort_left'), _prelude('_bisect.insort_right')
bisect, insort = bisect_right, insort_right
