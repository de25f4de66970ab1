print("compiled as a whole")
return 3
