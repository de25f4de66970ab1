def machine():
    state = "idle"
    while True:
        event = yield state
        match state, event:
            case "idle", "start":
                state = "running"
            case "running", "pause":
                state = "paused"
            case "paused", "start":
                state = "running"
            case _, "stop":
                return "stopped"
            case current, unknown:
                print(f"{unknown!r} is ignored while {current}")


m = machine()
print(next(m))
for event in ("pause", "start", "pause", "start", "stop"):
    try:
        print(event, "->", m.send(event))
    except StopIteration as e:
        print(event, "->", e.value)
