def primes(n):
    sieve = [True] * (n + 1)
    sieve[0:2] = [False, False]
    for i in range(2, int(n ** 0.5) + 1):
        if sieve[i]:
            sieve[i * i::i] = [False] * len(range(i * i, n + 1, i))
    return [i for i, prime in enumerate(sieve) if prime]


print(primes(100))
print(len(primes(20_000)), sum(primes(1000)))
