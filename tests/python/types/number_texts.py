def t(f,*a):
    try: print(f.__name__,*map(repr,a),'->',repr(f(*a)))
    except BaseException as e: print(f.__name__,*map(repr,a),'!!',type(e).__name__,e)
for s in ['1','1.','.1','.','1e5','1e','e5','1e+5','1e-5','+1','-1','--1','1_0','_1','1_','1__1','1_.0','1._0','1e_5','1e5_0','0x10','inf','INF','Infinity','+infinity','-inf','nan','-NaN','infx','na','1 2','\t1\n','','  ','1e400','-1e400','1e-400','0.1e-400','123456789012345678901234567890','0'*400+'1','1.'+'0'*400+'1','1e99999999999999999999','0e99999999999999999999','1e-99999999999999999999','\u0967\u0968.\u0969','\uff11','1\u0661','\u2009 5 \u3000','1,5','1f','1d','0b1','٣٫٥','\x1c5','5\x1f','\x855','\xa05']:
    t(float,s)
    t(int,s)
for s in ['0b101','0B1_1','0o17','0x_f','0x__f','0xg','0b2','-0x10',' 0x10 ','0','00','-0','01','0_0','0_1','1_000','0x','zz','ZZ','10','-  5','+ 5','+-5','0b','0o8','1e5','٣']:
    for b in (0,2,8,10,16,36): t(int,s,b)
for b in (b'12',b' 12 ',b'1_2',b'\xff',b'12\x00',bytearray(b'0x1f')):
    t(int,b); t(int,b,16); t(float,b)
for s in ['0x1p0','1p3','0x.8','0x1.p1','0x','0x.p1','.p1','inf',' -inf ','+nan','0x1.fffffffffffff8p1023','0x1.fffffffffffff7p1023','0x1p1024','0x1p-1074','0x1p-1075','0x1.8p-1075','0x1.0000000000001p-1075','0x1p-99999999999999','0x0p99999999999999','0x1p+5','0x1p++5','0x1P5','0X1P5','1.8','0x1.8p','0x 1','0x1_0','0x'+'f'*300,'0x0.'+'0'*300+'1p1200','-0x0p0','0xA.Bp-2','']:
    t(float.fromhex,s)
for x in (0.0,-0.0,1.0,0.1,1e300,5e-324,2.2250738585072014e-308,-3.14,float('inf'),float('nan'),-1e-310,1e22):
    print(repr(x),x.hex(),str(x),float.fromhex(x.hex()).hex()==x.hex())
    t(float.as_integer_ratio,x)
    for d in (0,1,2,-1,15,16,17,22,300,308,323,324,-308,-309,400,-400): t(round,x,d)
    t(round,x)
for x in (0.5,1.5,2.5,-0.5,-1.5,-2.5,2.675,1.005,0.285,1e15+0.5,4503599627370495.5,4503599627370496.5,1234567.891,5e-5,1e16,123456789.123456789):
    print([round(x,d) for d in range(-3,12)],round(x))
for n in (0,5,15,25,149,150,151,250,350,-25,-35,10**18+5,10**20+50,123456789012345678901234567890,-5,49,50,51):
    print([round(n,-d) for d in (0,1,2,3,18,19,25,40)])
import math
for x in (0.5,-0.5,1e20,-1e20,2**53+0.0,1e308,-1.5): print(math.floor(x),math.ceil(x),math.trunc(x),int(x),x//1,x%1,divmod(x,3),divmod(-3,x))
print(int('9'*30).bit_length(),(-1).bit_count(),(2**100-1).bit_count(),(-2**64).bit_length())
for n in (0,1,-1,127,128,-128,-129,255,256,2**64,-2**63,-2**63-1):
    for l in (0,1,2,8,9):
        for sg in (0,1):
            for o in ('big','little'):
                try: r=n.to_bytes(l,o,signed=sg)
                except OverflowError as e: r=str(e)
                print(n,l,o,sg,r, int.from_bytes(r,o,signed=sg)==n if isinstance(r,bytes) else '')
