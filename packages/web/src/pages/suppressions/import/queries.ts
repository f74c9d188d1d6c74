// The import as the API does it: tried dry, then done with its progress.

import { ApiProblem } from '@carom/client'
import { answerOf, api, type Schema } from '../../../api/client.ts'
import type { TableFile } from './table-file.ts'

export type Imported = Schema<'Imported'>
export type Tally = Pick<Imported, 'read' | 'added' | 'changed' | 'unchanged' | 'refused'>

export type ImportOptions = {
  /** Field → the column that holds it. */
  readonly mapping: Readonly<Record<string, string>>
  /** For rows that do not say. */
  readonly reason: string
  readonly list: string
}

function request(file: TableFile, { mapping, reason, list }: ImportOptions, dryRun: boolean) {
  const columns = Object.entries(mapping).map((pair) => pair.join(':')).join(',')
  return {
    params: { query: {
      dryRun, reason, ...(list === '' ? {} : { list }), ...(columns === '' ? {} : { columns }),
    } },
    // The body is the file itself, whatever the document calls it.
    body: file.body as unknown as string, bodySerializer: (body: string) => body,
  }
}

export async function tryImport(file: TableFile, options: ImportOptions): Promise<Imported> {
  return await answerOf(api.POST('/v1/suppressions/import', {
    ...request(file, options, true), headers: { 'content-type': file.type },
  }))
}

/** @throws ApiProblem, also where it breaks off in the middle */
export async function runImport(
  file: TableFile, options: ImportOptions, onProgress: (tally: Tally) => void,
): Promise<Imported> {
  const body = await answerOf(api.POST('/v1/suppressions/import', {
    ...request(file, options, false), parseAs: 'stream',
    headers: { 'content-type': file.type, 'accept': 'application/x-ndjson' },
  }))
  for await (const line of linesOf(body)) {
    const { progress, result, problem } = JSON.parse(line) as Line
    if (result !== undefined) return result
    if (progress !== undefined) onProgress(progress)
    if (problem !== undefined) {
      throw new ApiProblem({
        status: 500, title: 'The import broke off', ...problem,
        detail: `${problem.detail ?? ''} The rows before it are stored; import the file again.`,
      })
    }
  }
  throw new ApiProblem({ status: 0, code: 'unreachable', title: 'The import broke off' })
}

type Line = {
  readonly progress?: Tally
  readonly result?: Imported
  readonly problem?: { readonly code: string; readonly detail?: string }
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<
    string, Uint8Array
  >).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    const lines = (rest + value).split('\n')
    rest = lines.pop() ?? ''
    yield* lines.filter((line) => line !== '')
  }
  if (rest !== '') yield rest
}
