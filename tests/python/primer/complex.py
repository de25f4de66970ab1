z = complex(3, 4)
print(z, z.real, z.imag, z.conjugate(), abs(z))
print(complex("1+2j"), z * 2, z + 1j, z == 3 + 4j)
