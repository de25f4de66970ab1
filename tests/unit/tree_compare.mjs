// tree_compare.mjs: compares what src/text and src/tree make of Python source with what CPython 3.14 makes of it: trees,
// syntax errors with their positions, warnings, and the symbol table.
//
//   node tests/unit/tree_compare.mjs [--quick] [--verbose]
//
// CPython is the npm package `pyodide` (PYODIDE=folder where it is installed otherwise). TREE_DUMP=program takes another
// build of tree_dump.c; without it one is made in build/unit.
import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
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

// The dump of scopes to one line a scope, in the form that the Python side gives below.
function normalizeScopes(dump) {
  const scopes = []
  const open = []
  for (const line of dump.split('\n')) {
    const depth = line.search(/\S/) / 2
    if (depth < 0) continue
    const text = line.trim()
    if (!text.startsWith('. ')) {
      const [, kind, name, lineno] = /^(.*?) (\S+) @(\d+)/.exec(text)
      const scope = { kind, name: name.replace(/[<>]/g, ''), lineno, nested: / nested\b/.test(text), inlined: / inlined\b/.test(text), symbols: [] }
      if (kind === 'module') scope.name = 'top'
      if (['lambda', 'comprehension', 'generator'].includes(kind)) scope.kind = 'function'
      scopes.push(open[depth] = scope)
      continue
    }
    const scope = open[depth - 1]
    const [, name, resolution, , ...flags] = text.split(' ')
    if (name === '.0') continue
    const own = flags.some((f) => ['assigned', 'parameter', 'imported'].includes(f)) && !flags.includes('nonlocal') && !flags.includes('global')
    // CPython calls names from the frame around free, though it inlines the comprehension.
    const shown = scope.inlined && !own && ['local', 'cell'].includes(resolution) ? 'free' : resolution
    scope.symbols.push([name, shown, ...flags.filter((f) => !['iteration', 'freeclass'].includes(f)).sort()].join(' '))
  }
  return scopes.map((s) => `${s.kind} ${s.name} @${s.lineno} ${s.nested ? 'nested' : 'flat'}: ${s.symbols.sort().join(', ')}`).sort().join('\n')
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
INLINED = {'listcomp', 'setcomp', 'dictcomp'}

def show_scopes(source, mode):
    lines = []
    def inlined_names(table):
        names = set()
        for child in table.get_children():
            if child.get_name() in INLINED and child.get_type() == 'function':
                names |= set(child._table.symbols) | inlined_names(child)
        return names
    def walk(table, parent):
        kind, name = str(table.get_type()).rsplit('.')[-1], table.get_name()
        symbols = []
        merged = inlined_names(table)
        for symbol, value in table._table.symbols.items():
            flags, scope = value & 0xFFF, value >> 12 & 15
            # An entry without flags is only passed on to a block within.
            if symbol == '.0' or not flags & 0x5FF: continue
            # Names of an inlined comprehension are merged into the block around: there is no telling which were its own.
            if symbol in merged: continue
            symbols.append(' '.join([symbol, RESOLUTIONS[scope], *sorted(FLAGS[f] for f in FLAGS if flags & f)]))
        if not (kind == 'annotation' and parent == 'function'):
            lines.append((f"{kind} {name} @{table.get_lineno()} {'nested' if table.is_nested() else 'flat'}", sorted(symbols), merged))
        for child in table.get_children(): walk(child, kind)
    walk(symtable.symtable(source, '<unknown>', mode), None)
    return '\\n'.join(sorted(f"{head}: {', '.join(symbols)}" for head, symbols, merged in lines))

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

// Names that an inlined comprehension shares with its block are not compared: see show_scopes.
function dropMerged(ours, theirs) {
  const a = ours.split('\n')
  const b = theirs.split('\n')
  if (a.length !== b.length) return ours
  return a.map((line, i) => {
    const [head, list] = split(line)
    const [otherHead, otherList] = split(b[i])
    if (head !== otherHead || list.length <= otherList.length) return line
    const names = new Set(otherList.map((s) => s.split(' ')[0]))
    return `${head}: ${list.filter((s) => names.has(s.split(' ')[0])).join(', ')}`
  }).join('\n')
}
function split(line) {
  const at = line.indexOf(': ')
  return [line.slice(0, at), line.slice(at + 2).split(', ').filter(Boolean)]
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
    add('tree', name, Buffer.from(hex, 'hex'))
  library.forEach(([name, source], i) => {
    if (quick && i % 5) return
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
  const source = typeof test.source === 'string' ? test.source : py.toPy(test.source)
  const bytes = typeof source === 'string' ? source : source.tobytes()
  const theirs = show(test.what, bytes, test.mode)
  let ours = results[i] ?? 'nothing'
  if (test.what === 'scopes' && !/^\w+Error: /.test(ours)) ours = dropMerged(normalizeScopes(ours), theirs)
  if (ours === theirs) passed++
  else if (++failed <= 30 || verbose) showDifference(test, ours, theirs)
})
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)
