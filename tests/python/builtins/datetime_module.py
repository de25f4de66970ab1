from datetime import date, datetime, timedelta, timezone

print(repr(date(2024, 2, 29)))
print(repr(date(2024, 2, 29).isoformat()))
print(repr(date(2024, 1, 1) + timedelta(days=60)))
print(repr(date(2024, 3, 1) - date(2024, 2, 1)))
print(repr(datetime(2024, 1, 2, 3, 4, 5)))
print(repr(datetime(2024, 1, 2, 3, 4, 5).strftime("%Y/%m/%d %H:%M")))
print(repr(datetime.fromisoformat("2024-01-02T03:04:05")))
print(repr(timedelta(hours=25)))
print(repr(str(timedelta(days=1, seconds=5))))
print(repr(date(2024, 1, 1).weekday()))
print(repr(datetime(2024, 1, 1, tzinfo=timezone.utc).isoformat()))
print(repr(date(2024, 1, 1) < date(2024, 1, 2)))
print(repr(timedelta(minutes=90).total_seconds()))
print(repr(datetime.strptime("01/02/24", "%d/%m/%y")))
print(repr(date(2024, 12, 31).timetuple().tm_yday))
print(repr(timedelta(1) / 2))
print(repr(date.min))
print(repr(date(2024, 1, 31).replace(month=3)))
for expression in (
    'date(2024, 2, 30)',
    'date("a")',
    'datetime.fromisoformat("x")',
    'date(2024, 1, 1) + 1',
    'timedelta("a")',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
