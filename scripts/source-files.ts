// The project's own files as git sees them, and their syntax trees: what the checks read.

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor, type Program, type VisitorObject } from 'oxc-parser'

export const ROOT: string = join(import.meta.dirname, '..')

export type SourceFile = {
  /** From the root of the project, with forward slashes. */
  readonly path: string
  readonly text: string
  readonly lines: readonly string[]
  readonly program: Program
  /** Where each comment stands, in characters. */
  readonly comments: readonly {
    readonly start: number
    readonly end: number
    readonly value: string
  }[]
  readonly lineAt: (offset: number) => number
}

/** One thing to repair; `line` counts from 1. */
export type Finding = { readonly path: string; readonly line: number; readonly what: string }

/** Paths that git tracks or would track, new files included. */
export function listFiles(...patterns: readonly string[]): string[] {
  const options = { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 } as const
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...patterns]
  const paths = execFileSync('git', args, options).split('\0').filter((path) => path !== '')
  return [...new Set(paths)].filter((path) => existsSync(join(ROOT, path))).sort()
}

export function readSourceFile(path: string): SourceFile {
  return parseSourceText(path, readFileSync(join(ROOT, path), 'utf8'))
}

export function parseSourceText(path: string, text: string): SourceFile {
  const { program, comments, errors } = parseSync(path, text)
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0]?.message}`)
  const lines = text.split('\n')
  const starts = [0]
  for (const line of lines) starts.push((starts.at(-1) as number) + line.length + 1)
  return { path, text, lines, program, comments, lineAt: (offset) => lineOf(starts, offset) }
}

export function visit(file: SourceFile, visitor: VisitorObject): void {
  new Visitor(visitor).visit(file.program)
}

export function formatFindings(findings: readonly Finding[]): string {
  return findings.map(({ path, line, what }) => `${path}:${line}: ${what}`).join('\n')
}

/** Prints what was found, and ends the process accordingly. */
export function reportFindings(findings: readonly Finding[], checked: string): void {
  if (findings.length > 0) console.error(formatFindings(findings))
  console.log(`${checked}: ${findings.length === 0 ? 'nothing' : findings.length} to repair`)
  process.exitCode = findings.length === 0 ? 0 : 1
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= offset) low = middle
    else high = middle - 1
  }
  return low + 1
}
