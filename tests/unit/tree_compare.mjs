// tree_compare.mjs: compares what src/text and src/tree make of Python source with what CPython 3.14 makes of it: trees,
// syntax errors with their positions, warnings, and the symbol table.
//
//   node tests/unit/tree_compare.mjs [--quick] [--verbose]
//
// CPython is the npm package `pyodide` (PYODIDE=folder where it is installed otherwise). TREE_DUMP=program takes another
// build of tree_dump.c; without it one is made in build/unit.
import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../..')
const quick = process.argv.includes('--quick')
const verbose = process.argv.includes('--verbose')
const out = join(root, 'build/unit')
mkdirSync(out, { recursive: true })

const IGNORE_COOKIE = 8
const SHOW_SCOPES = 256
const ERRORS_ONLY = 512

// Our side ------------------------------------------------------------------------------------------------------------

function buildTool() {
  if (process.env.TREE_DUMP) return process.env.TREE_DUMP
  const files = (room) => readdirSync(join(root, 'src', room)).filter((f) => f.endsWith('.c')).map((f) => join(root, 'src', room, f))
  const tool = join(out, 'tree_dump')
  const inputs = [...['base', 'text', 'tree'].flatMap((room) => readdirSync(join(root, 'src', room)).map((f) => join(root, 'src', room, f))), join(here, 'tree_dump.c')]
  const age = (file) => existsSync(file) ? statSync(file).mtimeMs : 0
  if (inputs.every((file) => age(file) < age(tool))) return tool
  execFileSync(process.env.CC ?? 'cc', ['-std=gnu11', '-O1', '-w', '-fno-strict-aliasing', '-I', join(root, 'src'),
    ...files('base'), ...files('text'), ...files('tree'), join(here, 'tree_dump.c'), '-lm', '-o', tool])
  return tool
}

function runTool(tool, cases) {
  const file = join(out, 'tree_cases.bin')
  writeFileSync(file, Buffer.concat(cases.flatMap(({ mode, flags, source }) => {
    const bytes = Buffer.from(source)
    return [Buffer.from(`${mode} ${flags} ${bytes.length}\n`), bytes]
  })))
  const answer = execFileSync(tool, ['--batch', file], { maxBuffer: 2 ** 31 - 1, timeout: 300000 })
  const results = []
  for (let at = 0; at < answer.length;) {
    const end = answer.indexOf(10, at)
    const length = Number(answer.toString('latin1', at, end))
    results.push(answer.toString('utf8', end + 1, end + 1 + length))
    at = end + 1 + length
  }
  return results
}

// The dump of scopes to records, in the words that the Python side uses below.
function normalizeScopes(dump) {
  const scopes = []
  const open = []
  for (const line of dump.split('\n')) {
    const depth = line.search(/\S/) / 2
    if (depth < 0) continue
    const text = line.trim()
    if (!text.startsWith('. ')) {
      const title = text.split(/ (?:locals|cells|frees):/)[0]
      const [, kind, name, lineno] = /^(.*?) (\S+) @(\d+)/.exec(text)
      const scope = { kind, name: name.replace(/[<>]/g, ''), lineno, nested: / nested\b/.test(title), inlined: / inlined\b/.test(title), symbols: [], inlinedNames: [] }
      if (kind === 'module') scope.name = 'top'
      if (['lambda', 'comprehension', 'generator'].includes(kind)) scope.kind = 'function'
      scopes.push(open[depth] = scope)
      // Its names count as names of the frame around it.
      if (scope.inlined) scope.inlinedNames = open[depth - 1].inlinedNames
      continue
    }
    const scope = open[depth - 1]
    const [, name, resolution, , ...flags] = text.split(' ')
    if (scope.inlined) scope.inlinedNames.push(name)
    scope.symbols.push([name, resolution, ...flags.filter((f) => !['iteration', 'freeclass'].includes(f)).sort()].join(' '))
  }
  return scopes
}

const scopeLine = ({ head, symbols }) => `${head}: ${symbols.join(', ')}`
const isEmptyAnnotation = ({ head, symbols }) => head.startsWith('annotation') && symbols.length === 0

// Both sides as sorted lines. CPython merges the names of inlined comprehensions into the block around them and forgets the
// comprehension, so names that stand in such a one are left out of the comparison.
function compareScopes(dump, theirText) {
  const merged = new Map()
  const ours = []
  for (const scope of normalizeScopes(dump)) {
    const { kind, name, lineno, nested } = scope
    if (scope.inlined) continue
    scope.head = `${kind} ${name} @${lineno} ${nested ? 'nested' : 'flat'}`
    ours.push(scope)
    if (!merged.has(scope.head)) merged.set(scope.head, new Set(['.0', '.defaults', '.kwdefaults', '__classdict__', '.format']))
    for (const inner of scope.inlinedNames) merged.get(scope.head).add(inner)
  }
  const theirs = theirText.split('\n').map((line) => {
    const at = line.indexOf(': ')
    return { head: line.slice(0, at), symbols: line.slice(at + 2).split(', ').filter(Boolean) }
  })
  // A `global x` in a function marks x in CPython's table of the module, too.
  const plain = ({ head, symbols }) => !head.startsWith('module') ? symbols : symbols
    .map((s) => s.replace(/ (local|global_\w+)/, "").replace(/ global\b/, "")).filter((s) => s.includes(' '))
  const finish = (list) => list.map((scope) => ({
    head: scope.head,
    symbols: plain(scope).filter((symbol) => !(merged.get(scope.head)?.has(symbol.split(' ')[0]) ?? /^(\.format|__classdict__) /.test(symbol)) &&
      !symbol.startsWith('__conditional_annotations__')).sort(),
  })).filter((scope) => !isEmptyAnnotation(scope)).map(scopeLine).sort().join('\n')
  return [finish(ours), finish(theirs)]
}

// CPython's side -------------------------------------------------------------------------------------------------------

const python = `
import ast, symtable, warnings, zipfile

def error_of(x):
    text = f'{type(x).__name__}: {x.msg}\\n{x.lineno} {x.offset} {x.end_lineno} {x.end_offset}'
    return text if x.text is None else text + '\\n' + x.text.rstrip('\\n')

def show_tree(source, mode):
    try:
        return ast.dump(ast.parse(source, mode=mode), include_attributes=True, indent=1)
    except SyntaxError as x:
        return error_of(x)

def show_error(source, mode):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            compile(source, '<unknown>', mode)
        except SyntaxError as x:
            return error_of(x)
        except Exception as x:
            return f'{type(x).__name__}: {x}'
        return 'fine' + ''.join(f'\\nline {x.lineno}: {x.message}' for x in caught)

RESOLUTIONS = ['-', 'local', 'global_explicit', 'global_implicit', 'free', 'cell']
FLAGS = {1: 'global', 2: 'assigned', 4: 'parameter', 8: 'nonlocal', 16: 'used', 128: 'imported', 256: 'annotated', 1024: 'typeparam'}

def show_scopes(source, mode):
    # Only of what compiles: errors are compared elsewhere.
    if not show_error(source, mode).startswith('fine'): return 'skip'
    lines = []
    def walk(table):
        kind, name = str(table.get_type()).rsplit('.')[-1], table.get_name()
        symbols = []
        for symbol, value in table._table.symbols.items():
            flags, scope = value & 0xFFF, value >> 12 & 15
            # An entry without flags is only passed on to a block within.
            if not flags & 0x5FF: continue
            symbols.append(' '.join([symbol, RESOLUTIONS[scope], *sorted(FLAGS[f] for f in FLAGS if flags & f)]))
        lines.append((f"{kind} {name} @{table.get_lineno()} {'nested' if table.is_nested() else 'flat'}", sorted(symbols)))
        for child in table.get_children(): walk(child)
    walk(symtable.symtable(source, '<unknown>', mode))
    return '\\n'.join(sorted(f"{head}: {', '.join(symbols)}" for head, symbols in lines))

def library():
    archive = zipfile.ZipFile(next(p for p in __import__('sys').path if p.endswith('.zip')))
    return [[n, archive.read(n)] for n in sorted(archive.namelist()) if n.endswith('.py')]

SHOW = {'tree': show_tree, 'error': show_error, 'scopes': show_scopes}

def show(what, source, mode):
    try:
        return SHOW[what](source, mode)
    except Exception as x:
        return f'{type(x).__name__}: {x}'
`

async function openPython() {
  const base = process.env.PYODIDE ? join(process.env.PYODIDE, 'x.js') : join(root, 'package.json')
  const path = createRequire(pathToFileURL(base)).resolve('pyodide')
  const { loadPyodide } = await import(pathToFileURL(path.replace(/\.js$/, '.mjs')).href)
  const py = await loadPyodide()
  py.runPython('import warnings; warnings.simplefilter("ignore")\n' + python)
  return py
}

// Cases ---------------------------------------------------------------------------------------------------------------

const read = (name) => readFileSync(join(here, name), 'utf8').replace(/\n$/, '').split('\n====\n')

function makeCases(library) {
  const cases = []
  const add = (what, name, source, mode = 'exec', flags = 0) => {
    const extra = what === 'scopes' ? SHOW_SCOPES : what === 'error' ? ERRORS_ONLY : 0
    cases.push({ what, name, source, mode, flags: extra + (typeof source === 'string' ? IGNORE_COOKIE : 0) + flags })
  }
  for (const source of read('tree_valid.txt')) {
    add('tree', source, source)
    add('scopes', source, source)
  }
  for (const source of [...read('tree_errors.txt'), ...read('tree_late.txt')]) add('error', source, source)
  for (const source of ['1', 'a, b', ' 1', '', '1\n\n', 'lambda: 1', 'x = 1', '(yield)', '*a', 'a if b else c', '1 # c'])
    add('tree', source, source, 'eval')
  for (const source of ['x', 'x = 1\n', 'if x: y\n', 'if x:\n  y\n', '', '\n', 'x; y', 'x\ny', 'if x:\n  y\nz', '# c', 'def f():\n  pass\n\n'])
    add('tree', source, source, 'single')
  for (const [hex, name] of [['efbbbf61', 'byte order mark'], ['2320636f64696e673a206c6174696e2d310a22e922', 'latin-1'], ['22ff22', 'not UTF-8'],
    ['610d0a620d63', 'line ends'], ['2320636f64696e673a20666f6f0a61', 'unknown encoding'], ['610062', 'null byte'], ['efbbbf2320636f64696e673a206c6174696e2d310a61', 'mark and cookie'],
    ['2321782f790a2320766d3a20636f64696e673d7574662d380a61', 'cookie in line 2']])
    add('tree', `encoding: ${name}`, Buffer.from(hex, 'hex'))
  library.forEach(([name, source], i) => {
    if (quick && i % 8) return
    add('tree', name, source)
    add('scopes', name, source)
  })
  return cases
}

function showDifference(test, ours, theirs) {
  const a = ours.split('\n')
  const b = theirs.split('\n')
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  console.log(`FAIL ${test.what} ${test.mode} ${JSON.stringify(test.name.slice(0, 200))}\n  CPython, line ${i + 1}: ${(b[i] ?? 'end').slice(0, 400)}\n  ours:           ${(a[i] ?? 'end').slice(0, 400)}`)
}

const tool = buildTool()
const py = await openPython()
const cases = makeCases(py.globals.get('library')().toJs())
const results = runTool(tool, cases)
const show = py.globals.get('show')
let passed = 0
let failed = 0
cases.forEach((test, i) => {
  const source = typeof test.source === 'string' ? test.source : py.toPy(Uint8Array.from(test.source))
  const bytes = typeof source === 'string' ? source : source.tobytes()
  let theirs = show(test.what, bytes, test.mode)
  let ours = results[i] ?? 'nothing'
  if (theirs === 'skip') return
  if (test.what === 'scopes' && !/^\w+Error: /.test(ours)) [ours, theirs] = compareScopes(ours, theirs)
  // Where the text cannot be decoded, positions and text depend on how CPython reads files: the message is what counts.
  if (test.name.startsWith('encoding: ')) [ours, theirs] = [ours, theirs].map((s) => s.split('\n', 1)[0])
  if (ours === theirs) passed++
  else if (++failed <= 30 || verbose) showDifference(test, ours, theirs)
})
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)
