// `carom explain`: what a code, a reply, a label or a bounce means, in plain words.

import { explainCode, explainWord, parseCodeQuery } from '@carom/core/codes'
import { UsageError, type Arguments, type Command, type Io } from './command.ts'
import { formatCode } from './explain/format-code.ts'
import { formatWords } from './explain/format-word.ts'
import { layoutOf } from './explain/page.ts'

export const command: Command = {
  name: 'explain',
  summary: 'say in plain words what a code, a reply or a bounce means',
  usage: ['[--json] WHAT…', 'FILE…', '[--json] FILE', '[--json] < FILE'],
  description: [
    'WHAT is a code (550, 5.1.1, x.1.1, 450 4.2.1, #5.1.1, 5.7.x, 5xx), a whole reply, or a file '
      + 'with a bounce. The answer says what it means, hard or soft, whose fault it is, what to do '
      + 'now, who defines the code, what receivers use it for, and how sending platforms call it.',
    'Of a reply it also says which words decided and what they mean, which rule spoke, and what '
      + 'else it could have been.',
    'WHAT may also be a mark of a receiver (TSS04, S3150, AUP#I-1010), a label of a platform '
      + '(bad-mailbox, Permanent/General), a public block list (zen.spamhaus.org) or a reason of '
      + 'carom (mailbox-full).',
    'A number such as 552 has two readings: the reply of a mail server, and 5.5.2 in a table that '
      + 'leaves out the dots. Both are shown.',
  ],
  options: [{ name: 'json', summary: 'The same as a structure, for programs.' }],
  examples: [
    { line: 'carom explain "550 5.1.1 user unknown"', summary: 'Explains a reply.' },
    { line: 'carom explain 5.7.26', summary: 'Explains a code.' },
    { line: 'carom explain bounce.eml', summary: 'Explains each recipient of a bounce.' },
    { line: 'carom explain --json 552', summary: 'Gives both readings of 552 to a program.' },
  ],
  exitCodes: {
    0: 'Explained.',
    1: 'No known code, no bounce, a reply that does not say why, or a file that cannot be read.',
    2: 'Wrong usage.',
  },
  run,
}

async function run(args: Arguments, io: Io): Promise<number> {
  const what = args.positionals.join(' ').trim()
  if (args.positionals.length === 0 || what === '-') return await explainInput(args, io)
  if (what === '') throw nothingToExplain()
  const query = parseCodeQuery(what)
  const code = query === undefined ? undefined : explainCode(query)
  if (code?.known === true) return await print(io, args, code, () => formatCode(code, layoutOf(io)))
  const words = explainWord(what)
  if (words.length > 0) return await print(io, args, words, () => formatWords(words, layoutOf(io)))
  if (code !== undefined) {
    await print(io, args, code, () => formatCode(code, layoutOf(io)))
    return 1
  }
  const { explainFile, explainFiles, explainText, namesFiles } =
    await import('./explain/with-engine.ts')
  if (namesFiles(args.positionals)) return await explainFiles(args.positionals, args, io)
  const isOneWord = args.positionals.length === 1
  const answer = isOneWord ? await explainFile(what, args, io) : undefined
  if (answer !== undefined) return answer
  if (CODE_LIKE.test(what)) return await failed(`there is no code ${what}. ${CODES_THERE_ARE}`, io)
  return await explainText(what, args, io)
}

/** What was meant as a code, if anything: `999`, `6.1.1`, `5.1.1.4`. */
const CODE_LIKE = /^#?(?:\d{2,5}|\d{1,3}(?:\.\d{1,4}){1,4})$/
const CODES_THERE_ARE = 'Reply codes are three digits from 200 to 599; enhanced codes are 2, 4 or 5, '
  + 'then two numbers, such as 5.1.1.'

async function failed(message: string, io: Io): Promise<number> {
  await io.stderr.write(`carom explain: ${message}\n`)
  return 1
}

async function explainInput(args: Arguments, io: Io): Promise<number> {
  if (io.stdin.isTerminal) {
    throw nothingToExplain()
  }
  const { explainStream } = await import('./explain/with-engine.ts')
  return await explainStream(args, io)
}

function nothingToExplain(): UsageError {
  return new UsageError('nothing to explain', 'Give a code, a reply or a file.')
}

async function print(
  io: Io, args: Arguments, data: unknown, format: () => string,
): Promise<number> {
  await io.stdout.write(args.has('json') ? `${JSON.stringify(data, null, 2)}\n` : format())
  return 0
}
