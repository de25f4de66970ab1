class Reason:
    def __str__(self):
        return "an object's text"


raise SystemExit(Reason())
