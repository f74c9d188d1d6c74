// From words typed after a command to its arguments, checked against the command's table of options
// (POSIX Utility Conventions, with GNU long options).

import { parseArgs } from 'node:util'
import { UsageError, type Arguments, type Command, type CommandOption } from './command.ts'
import { nearestWord } from './nearest-word.ts'

/** Options that every command has; they end in its help page. */
export const HELP_OPTION: CommandOption = {
  name: 'help', short: 'h', summary: 'Show this page.',
}

/** The arguments; throws a `UsageError` that says what is wrong and what to type instead. */
export function parseArguments(command: Command, words: readonly string[]): Arguments {
  const options = [...command.options, HELP_OPTION]
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(options.map((option) => [option.name, {
      type: option.value === undefined ? 'boolean' : 'string',
      multiple: true,
      ...(option.short === undefined ? {} : { short: option.short }),
    }])),
    strict: false, allowPositionals: true, tokens: true,
  })
  const positionals: string[] = []
  const given = new Map<string, string[]>()
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const option = options.find(({ name }) => name === token.name)
    if (option === undefined) throw unknownOption(token.rawName, options)
    const value = checkValue(option, token.rawName, token.value, token.inlineValue === true)
    given.set(option.name, [...given.get(option.name) ?? [], value])
  }
  return {
    positionals,
    has: (name) => given.has(name),
    value: (name) => given.get(name)?.at(-1),
    values: (name) => given.get(name) ?? [],
  }
}

function checkValue(
  option: CommandOption, typed: string, value: string | undefined, isInline: boolean,
): string {
  if (option.value === undefined) {
    if (value === undefined) return ''
    throw new UsageError(`${typed} takes no value, but was given '${value}'`)
  }
  const isOption = !isInline && value !== undefined && /^-./.test(value)
  if (value === undefined || value === '' || isOption) {
    const advice = option.choices === undefined
      ? `Write ${typed} ${option.value}.` : `It is one of ${listChoices(option.choices)}.`
    throw new UsageError(`${typed} needs a value`, advice)
  }
  return option.choices === undefined ? value : chosen(option.choices, typed, value)
}

/** The choice that was typed, in capitals or not: SMTP commands and language tags have no case. */
function chosen(choices: readonly string[], typed: string, value: string): string {
  const choice = choices.find((one) => one.toLowerCase() === value.toLowerCase())
  if (choice !== undefined) return choice
  const nearest = nearestWord(value, choices)
  const guess = nearest === undefined ? '' : ` Did you mean ${nearest}?`
  throw new UsageError(
    `${typed} cannot be '${value}'`, `It is one of ${listChoices(choices)}.${guess}`)
}

function unknownOption(typed: string, options: readonly CommandOption[]): UsageError {
  const nearest = nearestWord(typed.replace(/^-+/, ''), options.map(({ name }) => name))
  return new UsageError(
    `no option ${typed}`, nearest === undefined ? undefined : `Did you mean --${nearest}?`)
}

function listChoices(choices: readonly string[]): string {
  return `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`
}
