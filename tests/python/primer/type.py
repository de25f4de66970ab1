print(type(5), type("a"), type([]), type(None), type(type))
Point = type("Point", (), {"x": 1, "show": lambda self: f"点 {self.x}"})
print(Point.__name__, Point().show(), type(Point()).__name__)
