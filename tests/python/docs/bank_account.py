class InsufficientFunds(Exception):
    def __init__(self, balance, amount):
        super().__init__(f"balance {balance} is less than {amount}")
        self.missing = amount - balance


class Account:
    interest = 0.02

    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        self._log = []

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self._balance += amount
        self._log.append(("deposit", amount))
        return self

    def withdraw(self, amount):
        if amount > self._balance:
            raise InsufficientFunds(self._balance, amount)
        self._balance -= amount
        self._log.append(("withdraw", amount))
        return self

    def __repr__(self):
        return f"{type(self).__name__}({self.owner!r}, {self._balance:.2f})"

    def __iter__(self):
        return iter(self._log)


class Savings(Account):
    interest = 0.05

    def add_interest(self):
        return self.deposit(self._balance * self.interest)


a = Account("Ada", 100).deposit(50).withdraw(30)
s = Savings("Bob", 1000).add_interest()
print(a, s, list(a), a.balance + s.balance)
try:
    a.withdraw(500)
except InsufficientFunds as e:
    print(e, e.missing)
s.deposit(-1)
