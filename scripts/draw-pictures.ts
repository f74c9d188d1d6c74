// Draws the pictures of README.md: real output of the command line, its colours and all, as SVG.
// Run by hand (`npm run pictures`) when what it prints has changed; confidences move with every
// rule.

import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './source-files.ts'

const COLUMNS = 92
const LINES_MAX = 30
const CHAR_PX = 8.4
const LINE_PX = 19
const EDGE_PX = 16

const PICTURES: readonly (readonly [name: string, args: readonly string[]])[] = [
  ['explain', ['explain', '550 <jane@example.com>: Das Postfach ist überfüllt']],
  ['parse', [
    'parse', 'fixtures/messages/postfix', 'fixtures/messages/gmail', '--format', 'table',
  ]],
]

const COLOURS: Readonly<Record<string, string>> = {
  31: '#e5534b', 32: '#57ab5a', 33: '#c69026', 34: '#539bf5', 35: '#b083f0', 36: '#39c5cf',
}
const TEXT_COLOUR = '#cdd9e5'

type Style = { colour: string; bold: boolean; dim: boolean }

/** One line with its escapes → tspans; `SGR` of ECMA-48 §8.3.117. */
function drawLine(line: string, y: number): string {
  const style: Style = { colour: TEXT_COLOUR, bold: false, dim: false }
  let spans = ''
  let column = 0
  for (const piece of line.split(/(\x1b\[[\d;]*m)/)) {
    const codes = /^\x1b\[([\d;]*)m$/.exec(piece)?.[1]
    if (codes !== undefined) {
      for (const code of codes.split(';')) applyCode(style, code)
      continue
    }
    if (piece === '') continue
    const weight = style.bold ? ' font-weight="700"' : ''
    const faint = style.dim ? ' opacity="0.65"' : ''
    const x = (EDGE_PX + column * CHAR_PX).toFixed(1)
    spans += `<tspan x="${x}" fill="${style.colour}"${weight}${faint}>${escapeXml(piece)}</tspan>`
    column += [...piece].length
  }
  return `<text y="${y}" xml:space="preserve">${spans}</text>\n`
}

function applyCode(style: Style, code: string): void {
  if (code === '1') style.bold = true
  else if (code === '2') style.dim = true
  else if (code === '22') style.bold = style.dim = false
  else if (code === '39') style.colour = TEXT_COLOUR
  else if (COLOURS[code] !== undefined) style.colour = COLOURS[code]
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function draw(command: string, output: string): string {
  const lines = [`\x1b[32m$\x1b[39m ${command}`, ...output.trimEnd().split('\n')].slice(
    0, LINES_MAX,
  )
  const width = Math.ceil(COLUMNS * CHAR_PX + 2 * EDGE_PX)
  const height = lines.length * LINE_PX + 2 * EDGE_PX
  const rows = lines.map((line, i) => drawLine(line, EDGE_PX + (i + 1) * LINE_PX - 5)).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" \
font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14">
<rect width="100%" height="100%" rx="8" fill="#1c2128"/>
${rows}</svg>
`
}

const folder = join(ROOT, 'docs/pictures')
mkdirSync(folder, { recursive: true })
for (const [name, args] of PICTURES) {
  const output = execFileSync(process.execPath, ['packages/app/bin/carom.mjs', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '1', COLUMNS: String(COLUMNS) },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const shown = args.map((arg) => /[\s<>]/.test(arg) ? `"${arg}"` : arg).join(' ')
  writeFileSync(join(folder, `${name}.svg`), draw(`carom ${shown}`, output))
}
