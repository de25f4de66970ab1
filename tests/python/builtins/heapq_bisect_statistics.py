import heapq, bisect, statistics
h = [5, 1, 4]
heapq.heapify(h)
heapq.heappush(h, 0)

print(repr(h))
print(repr(heapq.heappop(h)))
print(repr(heapq.nsmallest(2, [3, 1, 2])))
print(repr(heapq.nlargest(2, [3, 1, 2])))
print(repr(list(heapq.merge([1, 3], [2, 4]))))
print(repr(heapq.heappushpop(h, 0)))
print(repr(heapq.heapreplace(h, 9)))
print(repr(bisect.bisect([1, 3, 5], 3)))
print(repr(bisect.bisect_left([1, 3, 5], 3)))
print(repr(bisect.insort(h, 2)))
print(repr(statistics.mean([1, 2, 3, 4])))
print(repr(statistics.median([3, 1, 2])))
print(repr(statistics.mode("aab")))
print(repr(statistics.stdev([1, 2, 3, 4])))
print(repr(statistics.pvariance([1, 2, 3])))
for expression in (
    'heapq.heappop([])',
    'heapq.heappush([1], "a")',
    'statistics.mean([])',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
