// Style as a test: sizes, names, opening sentences and comments of every TypeScript file.
// A table (a literal that fills most of its file) may be as long and as wide as its data.

import type { Node } from 'oxc-parser'
import { listFiles, readSourceFile, reportFindings, visit } from './source-files.ts'
import type { Finding, SourceFile } from './source-files.ts'
import { BANNED_NAMES, BANNED_VERBS, BANNED_WORDS, LONG_WINDED } from './words.ts'

const FILE_LINES_MAX = 250
const FUNCTION_LINES_MAX = 70
const FUNCTION_LINES_P90_MAX = 30
const LINE_CHARS_MAX = 100
const COMMENT_LINES_MAX = 12
/** Generated in the form of the program that writes it. */
const WRITTEN_BY_OTHERS: ReadonlySet<string> = new Set(['packages/client/src/contract.ts'])
/** From this share of a file on, its literals make it a table. */
const TABLE_SHARE = 0.5

type Span = { readonly first: number; readonly last: number }
type Named = { readonly name: string; readonly line: number }

/** What one file has to repair, in the order of its lines. */
export function tidyFile(file: SourceFile): Finding[] {
  const tables = literalSpans(file)
  return [
    ...checkOpening(file), ...checkSize(file, tables), ...checkLines(file, tables),
    ...checkComments(file), ...checkNames(file), ...checkStatements(file),
  ].sort((a, b) => a.line - b.line)
}

/** Lines of each function, for the figures of the whole. */
export function functionLengths(file: SourceFile): number[] {
  return functionSpans(file).map(({ first, last }) => last - first + 1)
}

function checkOpening(file: SourceFile): Finding[] {
  const skipped = file.lines[0]?.startsWith('#!') ? 1 : 0
  const first = file.lines[skipped] ?? ''
  const comment: string[] = []
  for (const line of file.lines.slice(skipped)) {
    if (!line.startsWith('//')) break
    comment.push(line.slice(2).trim())
  }
  const isSentence =
    /^\/\/ ["'`@\p{L}\d]/u.test(first) && /[.:][)"'`]*(\s|$)/.test(comment.join(' '))
  return isSentence
    ? []
    : [found(file, 1, 'the first line does not say in a sentence what this is')]
}

function checkSize(file: SourceFile, tables: readonly Span[]): Finding[] {
  const findings: Finding[] = []
  const lines = file.lines.length - 1
  const inTables = tables.reduce((sum, { first, last }) => sum + last - first + 1, 0)
  if (lines > FILE_LINES_MAX && inTables < lines * TABLE_SHARE) {
    findings.push(found(file, 1, `${lines} lines, more than ${FILE_LINES_MAX}`))
  }
  for (const { first, last } of functionSpans(file)) {
    const size = last - first + 1
    if (size <= FUNCTION_LINES_MAX) continue
    findings.push(found(file, first, `function of ${size} lines, more than ${FUNCTION_LINES_MAX}`))
  }
  return findings
}

function checkLines(file: SourceFile, tables: readonly Span[]): Finding[] {
  const findings: Finding[] = []
  file.lines.forEach((line, i) => {
    const isRow = (): boolean => tables.some(({ first, last }) => i + 1 >= first && i + 1 <= last)
    if (/[ \t\r]$/.test(line) && !isRow()) findings.push(found(file, i + 1, 'ends in a space'))
    if (line.length <= LINE_CHARS_MAX || isRow()) return
    findings.push(found(file, i + 1, `${line.length} characters, more than ${LINE_CHARS_MAX}`))
  })
  if (!file.text.endsWith('\n')) {
    findings.push(found(file, file.lines.length, 'ends without a line end'))
  }
  return findings
}

function checkComments(file: SourceFile): Finding[] {
  const findings: Finding[] = []
  for (const { start, end, value } of file.comments) {
    const line = file.lineAt(start)
    if (/\b(?:TODO|FIXME|XXX|HACK)\b/.test(value)) {
      findings.push(found(file, line, 'unfinished work'))
    }
    if (file.lineAt(end) - line >= COMMENT_LINES_MAX) {
      findings.push(found(file, line, `comment of more than ${COMMENT_LINES_MAX} lines`))
    }
    for (const [phrase, better] of LONG_WINDED) {
      if (!new RegExp(`\\b${phrase}\\b`, 'i').test(value)) continue
      findings.push(found(file, line, `long-winded: "${phrase}"; write ${better}`))
    }
  }
  return findings
}

function checkNames(file: SourceFile): Finding[] {
  const findings: Finding[] = []
  const stem = file.path.split('/').at(-1) as string
  for (const word of stem.split(/[-.]/)) {
    if (BANNED_WORDS.has(word)) findings.push(found(file, 1, `"${word}" names nothing in ${stem}`))
  }
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test|\.config|\.d)?\.(?:tsx?|mjs)$/.test(stem)) {
    findings.push(found(file, 1, `${stem} is not in kebab-case`))
  }
  for (const { name, line } of declaredNames(file)) {
    const better = BANNED_NAMES.get(name.toLowerCase())
    if (better !== undefined) findings.push(found(file, line, `"${name}": write ${better}`))
    const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase().split(/[ _$]/)
    const vague = words.find((word, i) =>
      BANNED_WORDS.has(word) || (i === 0 && words.length > 1 && BANNED_VERBS.has(word)))
    if (vague !== undefined) findings.push(found(file, line, `"${vague}" says nothing in ${name}`))
  }
  return findings
}

function checkStatements(file: SourceFile): Finding[] {
  const findings: Finding[] = []
  const isCore = file.path.startsWith('packages/core/src/')
  visit(file, {
    CatchClause: ({ body, start }) => {
      if (body.body.length > 0) return
      findings.push(found(file, file.lineAt(start), 'an empty catch hides what failed'))
    },
    ExportDefaultDeclaration: ({ start }) => {
      // Programs that read their settings from a file ask for it so.
      if (file.path.endsWith('.config.ts')) return
      findings.push(found(file, file.lineAt(start), 'default export; exports have names'))
    },
    ThrowStatement: ({ argument, start }) => {
      if (!isCore || (argument.type === 'NewExpression' && isNamed(argument.callee, 'TypeError'))) {
        return
      }
      findings.push(found(file, file.lineAt(start), 'the core throws nothing but TypeError'))
    },
  })
  return findings
}

/** Functions, variables, parameters, types, methods: what this file itself gives a name. */
function declaredNames(file: SourceFile): Named[] {
  const names: Named[] = []
  const add = (node: Node | null | undefined): void => {
    if (node?.type === 'Identifier') names.push({ name: node.name, line: file.lineAt(node.start) })
    else if (node?.type === 'AssignmentPattern') add(node.left)
    else if (node?.type === 'ArrayPattern') node.elements.forEach(add)
    else if (node?.type === 'ObjectPattern') {
      for (const part of node.properties) add(part.type === 'Property' ? part.value : part.argument)
    }
  }
  visit(file, {
    VariableDeclarator: ({ id }) => add(id),
    FunctionDeclaration: ({ id, params }) => { add(id); params.forEach(add) },
    FunctionExpression: ({ id, params }) => { add(id); params.forEach(add) },
    ArrowFunctionExpression: ({ params }) => params.forEach(add),
    ClassDeclaration: ({ id }) => add(id),
    MethodDefinition: ({ key }) => add(key as Node),
    TSTypeAliasDeclaration: ({ id }) => add(id),
    TSInterfaceDeclaration: ({ id }) => add(id),
  })
  return names
}

/** Array and object literals, regular expressions and texts that stand in constants of the file. */
function literalSpans(file: SourceFile): Span[] {
  if (file.path.endsWith('.test.ts')) return caseSpans(file)
  const spans: Span[] = []
  for (const statement of file.program.body) {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    if (declared?.type !== 'VariableDeclaration') continue
    for (const { init } of declared.declarations) {
      const value = unwrap(init)
      if (value !== undefined && isData(value)) spans.push(spanOf(file, value))
    }
  }
  return spans
}

/** In a test: every literal, since its cases stand beside the call that runs them. */
function caseSpans(file: SourceFile): Span[] {
  const spans: Span[] = []
  const add = (node: Node): void => {
    const span = spanOf(file, node)
    if (!spans.some(({ first, last }) => span.first >= first && span.last <= last)) spans.push(span)
  }
  visit(file, { ArrayExpression: add, ObjectExpression: add, Literal: add, TemplateLiteral: add })
  return spans
}

const DATA = new Set(['ArrayExpression', 'ObjectExpression', 'Literal', 'TemplateLiteral'])

function isData(value: Node): boolean {
  if (DATA.has(value.type)) return true
  if (value.type === 'BinaryExpression') return isData(value.left) && isData(value.right)
  return value.type === 'NewExpression' && value.arguments.length > 0
}

/** The literal inside `as const`, `satisfies`, and `Object.freeze(…)`-like wraps. */
function unwrap(node: Node | null): Node | undefined {
  if (node === null) return undefined
  if (node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression') {
    return unwrap(node.expression)
  }
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
    return unwrap(node.callee.object)
  }
  return node
}

function functionSpans(file: SourceFile): Span[] {
  const spans: Span[] = []
  const add = (node: Node): void => { spans.push(spanOf(file, node)) }
  visit(file, {
    FunctionDeclaration: add, FunctionExpression: add, ArrowFunctionExpression: add,
  })
  return spans
}

function spanOf(file: SourceFile, { start, end }: Node): Span {
  return { first: file.lineAt(start), last: file.lineAt(end - 1) }
}

function isNamed(node: Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name
}

function found(file: SourceFile, line: number, what: string): Finding {
  return { path: file.path, line, what }
}

if (import.meta.main) {
  const files = listFiles('*.ts', '**/*.ts', '**/*.tsx', '*.mjs', '**/*.mjs')
    .filter((path) => !WRITTEN_BY_OTHERS.has(path)).map(readSourceFile)
  const lengths = files.filter(({ path }) => /^packages\/[^/]+\/src\//.test(path))
    .flatMap(functionLengths).sort((a, b) => a - b)
  const at = (share: number): number => lengths[Math.floor(lengths.length * share)] ?? 0
  console.log(`functions: median ${at(0.5)}, p90 ${at(0.9)}, longest ${lengths.at(-1)} lines`)
  const findings = files.flatMap(tidyFile)
  if (at(0.9) > FUNCTION_LINES_P90_MAX) {
    findings.push({
      path: 'packages', line: 0, what: `p90 of functions over ${FUNCTION_LINES_P90_MAX}`,
    })
  }
  reportFindings(findings, `${files.length} files`)
}
