// Standard input line by line, in batches as they come; a line may reach over several chunks.

import type { Input } from '../command.ts'

/** Characters of a line that is still read; replies stay under 4,096. */
export const LINE_CHARS_MAX: number = 1024 * 1024

/** The lines that became whole with a chunk; undefined in place of one that is too long. */
export type LineBatch = readonly (string | undefined)[]

export async function* readLineBatches(input: Input): AsyncGenerator<LineBatch> {
  const decoder = new TextDecoder()
  let begun = ''
  let isTooLong = false
  for await (const chunk of input) {
    const text = begun + decoder.decode(chunk, { stream: true })
    const lines: (string | undefined)[] = []
    let from = 0
    for (let end = text.indexOf('\n', from); end !== -1; end = text.indexOf('\n', from)) {
      isTooLong ||= end - from > LINE_CHARS_MAX
      lines.push(isTooLong ? undefined : withoutReturn(text, from, end))
      isTooLong = false
      from = end + 1
    }
    begun = text.slice(from)
    if (begun.length > LINE_CHARS_MAX) {
      begun = ''
      isTooLong = true
    }
    if (lines.length > 0) yield lines
  }
  const last = begun + decoder.decode()
  if (isTooLong) yield [undefined]
  else if (last !== '') yield [withoutReturn(last, 0, last.length)]
}

function withoutReturn(text: string, from: number, end: number): string {
  return text.slice(from, end > from && text.charCodeAt(end - 1) === 0x0d ? end - 1 : end)
}
