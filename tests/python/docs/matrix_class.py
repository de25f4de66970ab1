class Matrix:
    def __init__(self, *rows):
        self.rows = [list(row) for row in rows]

    def __matmul__(self, other):
        return Matrix(*[[sum(a * b for a, b in zip(row, col)) for col in zip(*other.rows)] for row in self.rows])

    def __add__(self, other):
        return Matrix(*[[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __mul__(self, k):
        return Matrix(*[[a * k for a in row] for row in self.rows])

    __rmul__ = __mul__

    def __eq__(self, other):
        return self.rows == other.rows

    def __getitem__(self, index):
        i, j = index
        return self.rows[i][j]

    def __str__(self):
        return "\n".join(" ".join(f"{x:4}" for x in row) for row in self.rows)

    @classmethod
    def identity(cls, n):
        return cls(*[[int(i == j) for j in range(n)] for i in range(n)])


a = Matrix([1, 2], [3, 4])
b = Matrix([0, 1], [1, 0])
print(a @ b)
print(a + b * 2)
print(3 * a)
print(a @ Matrix.identity(2) == a, a[1, 0])
