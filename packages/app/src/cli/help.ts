// Help pages made from the table of commands: the overview and one page per command, as man pages
// are.

import { HELP_OPTION } from './arguments.ts'
import type { Command, CommandOption } from './command.ts'
import type { Style } from './output/style.ts'
import { padText, textWidth, wrapText } from './output/terminal-text.ts'

/** Lines longer than this are hard to read, however wide the terminal. */
const COLUMNS_MAX = 100
const INDENT = '  '

export type Layout = { readonly columns: number; readonly style: Style }

const EXIT_CODES = { 0: 'Done.', 1: 'A negative answer.', 2: 'Wrong usage.' }

/** What `carom help` says: what it is for, its commands, where to read on. */
export function formatOverview(commands: readonly Command[], layout: Layout): string {
  const { bold } = layout.style
  const widest = Math.max(...commands.map(({ name }) => name.length))
  const list = commands.map(({ name, summary }) =>
    hang(`${INDENT}${bold(padText(name, widest + 2))}`, widest + 4, summary, layout))
  return joinSections([
    paragraph('carom reads email bounces, says what each one means and whose fault it is, ' +
      'and what to do about the address.', layout),
    heading('Usage', layout) + `${INDENT}carom COMMAND [OPTION…] [ARGUMENT…]\n`,
    heading('Commands', layout) + list.join(''),
    heading('Start here', layout) + examples(commands.flatMap((command) =>
      command.examples.slice(0, 1)), layout),
    paragraph('`carom help COMMAND` shows a command with all its options, ' +
      '`carom --version` the version.', layout),
  ])
}

/** The page of one command. */
export function formatCommandPage(command: Command, layout: Layout): string {
  const options = [...command.options, HELP_OPTION]
  const exitCodes = Object.entries(command.exitCodes ?? EXIT_CODES)
  return joinSections([
    heading('Name', layout) + paragraph(`carom ${command.name} – ${command.summary}`, layout, 2),
    heading('Synopsis', layout) + command.usage.map((usage) =>
      hang(`${INDENT}${layout.style.bold(`carom ${command.name}`)} `,
        command.name.length + 9, usage, layout)).join(''),
    heading('Description', layout) + command.description.map((text) =>
      paragraph(text, layout, 2)).join('\n'),
    heading('Options', layout) + options.map((option) => optionEntry(option, layout)).join('\n'),
    heading('Examples', layout) + examples(command.examples, layout),
    heading('Exit status', layout) + exitCodes.map(([code, meaning]) =>
      hang(`${INDENT}${layout.style.bold(code)}  `, 5, meaning, layout)).join(''),
  ])
}

function optionEntry(option: CommandOption, layout: Layout): string {
  const { bold, underline } = layout.style
  const short = option.short === undefined ? '' : `${bold(`-${option.short}`)}, `
  const value = option.value === undefined ? '' : ` ${underline(option.value)}`
  const notes = [
    option.choices === undefined ? '' : `One of ${option.choices.join(', ')}.`,
    option.multiple === true ? 'May be given more than once.' : '',
    option.default === undefined ? '' : `Default: ${option.default}.`,
  ].filter((note) => note !== '')
  return `${INDENT}${short}${bold(`--${option.name}`)}${value}\n` +
    paragraph([option.summary, ...notes].join(' '), layout, 6)
}

function examples(list: Command['examples'], layout: Layout): string {
  return list.map(({ line, summary }) =>
    `${INDENT}${layout.style.cyan(line)}\n${paragraph(summary, layout, 6)}`).join('')
}

function heading(text: string, layout: Layout): string {
  return `${layout.style.bold(text.toUpperCase())}\n`
}

function paragraph(text: string, layout: Layout, indent = 0): string {
  const margin = ' '.repeat(indent)
  return wrapText(text, width(layout) - indent).map((line) => `${margin}${line}\n`).join('')
}

// The first line stands after `start`, which is `indent` columns wide; the rest below it.
function hang(start: string, indent: number, text: string, layout: Layout): string {
  return wrapText(text, width(layout) - indent).map((line, i) =>
    `${i === 0 ? start : ' '.repeat(indent)}${line}\n`).join('')
}

function width({ columns }: Layout): number {
  return Math.max(40, Math.min(columns, COLUMNS_MAX))
}

function joinSections(sections: readonly string[]): string {
  return sections.filter((section) => textWidth(section) > 0).join('\n')
}
