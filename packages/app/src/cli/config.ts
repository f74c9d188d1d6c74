// `carom config`: checks the configuration of the service, and shows it with its secrets hidden.

import { existsSync, readFileSync } from 'node:fs'
import { formatProblems } from '../service/config/problems.ts'
import { readConfig, type ConfigResult } from '../service/config/read.ts'
import { formatConfig } from '../service/config/show.ts'
import { UsageError, type Arguments, type Command, type Io } from './command.ts'
import { nearestWord } from './nearest-word.ts'

/** Where the configuration is looked for when nothing names it. */
const FILE_DEFAULT = 'carom.yaml'

export const command: Command = {
  name: 'config',
  summary: 'check the configuration of the service, or show it',
  usage: ['check [FILE]', 'show [FILE]'],
  description: [
    'check reads the configuration as `carom serve` would and tells everything that is wrong with ' +
      'it: where, the value, what is allowed. show prints what is in force: the file, the ' +
      'environment and all defaults, with secrets hidden.',
    'FILE is YAML or JSON; without it, it is what CAROM_CONFIG names, else carom.yaml in this ' +
      'folder, else there is none. Environment variables win over the file: http.port is ' +
      'CAROM_HTTP_PORT. A value ${NAME} is taken from the environment, ${file:PATH} from a file. ' +
      'docs/config.md lists all settings.',
  ],
  options: [
    { name: 'config', short: 'c', value: 'FILE', summary: 'The same as FILE, as other commands ' +
      'take it.' },
  ],
  examples: [
    { line: 'carom config check', summary: 'Look over carom.yaml before a restart.' },
    { line: 'CAROM_HTTP_PORT=80 carom config show', summary: 'See what the environment changes.' },
  ],
  exitCodes: { 0: 'the configuration is right', 1: 'something is wrong with it' },
  run: runConfig,
}

async function runConfig({ positionals, values }: Arguments, io: Io): Promise<number> {
  const [verb, ...files] = [...positionals, ...values('config')]
  const [file, ...rest] = files
  if ((verb !== 'check' && verb !== 'show') || rest.length > 0) {
    throw new UsageError('it takes check or show, and perhaps a file', 'Try `carom config check`.')
  }
  const found = await loadConfig(file, io)
  if (found === undefined) return 1
  const { name, config } = found
  if (verb === 'show') await io.stdout.write(formatConfig(config))
  else await io.stdout.write(`${name}: nothing is wrong\n`)
  return 0
}

/** The configuration and where it is from; undefined after telling what is wrong with it. */
export async function loadConfig(
  file: string | undefined, io: Io,
  overrides: Readonly<Record<string, string>> = {},
): Promise<{ readonly name: string; readonly config: ConfigOf } | undefined> {
  const named = file ?? io.env['CAROM_CONFIG']
  const path = named ?? (existsSync(FILE_DEFAULT) ? FILE_DEFAULT : undefined)
  const name = path ?? 'defaults'
  const text = path === undefined ? '' : readText(path)
  const result: ConfigResult = text instanceof Error
    ? { kind: 'wrong', problems: [{ path: '', message: text.message }] }
    : readConfig({ text, env: { ...io.env, ...overrides }, nearest: nearestSetting })
  if (result.kind === 'read') return { name, config: result.config }
  await io.stderr.write(formatProblems(name, result.problems))
  return undefined
}

type ConfigOf = Extract<ConfigResult, { kind: 'read' }>['config']

// Capitals are no mistake that should make a word look far away.
function nearestSetting(word: string, known: readonly string[]): string | undefined {
  const found = nearestWord(word, known.map((one) => one.toLowerCase()))
  return known.find((one) => one.toLowerCase() === found)
}

function readText(path: string): string | Error {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return new Error(error.code === 'ENOENT' ? 'no such file' : `cannot be read: ${error.code}`)
  }
}
