import time
start = time.monotonic()
time.sleep(0.25)

print(repr(round(time.monotonic() - start, 2)))
print(repr(time.time() > 0))
print(repr(type(time.time())))
print(repr(type(time.time_ns())))
print(repr(type(time.perf_counter())))
print(repr(time.gmtime(0).tm_year))
print(repr(time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(0))))
print(repr(time.gmtime(86400 * 365)[:6]))
print(repr(time.strftime("%j %a %b", time.gmtime(10 ** 9))))
print(repr(time.perf_counter_ns() > 0))
