// Marks and takes marks away: shown at once, then asked of the service, with a way back.

import { useMutation, useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { countOf } from '../../parts/numbers.ts'
import { tellDone, tellFailed } from '../../parts/undo-notice.tsx'
import type { MailPage, MailRow } from './queries.ts'

export type Mark = 'bounce' | null

/** Messages that one request marks. */
const KEYS_MAX = 1_000

type Marking = { readonly keys: readonly string[]; readonly mark: Mark; readonly isUndo?: boolean }

type Listed = InfiniteData<MailPage>

export function useMarks(id: string): (keys: readonly string[], mark: Mark) => void {
  const client = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: async ({ keys, mark }: Marking) => {
      let changed = 0
      for (let from = 0; from < keys.length; from += KEYS_MAX) {
        const answer = await answerOf(api.PUT('/v1/mailboxes/{id}/mark', {
          params: { path: { id } }, body: { keys: keys.slice(from, from + KEYS_MAX), mark },
        }))
        changed += answer.changed
      }
      return changed
    },
    onMutate: ({ keys, mark }) => {
      const these = new Set(keys)
      client.setQueriesData<Listed>({ queryKey: ['mail', id] }, (before) =>
        before && { ...before, pages: before.pages.map((page) => ({
          ...page, rows: page.rows.map((row) => these.has(row.key) ? withMark(row, mark) : row),
        })) })
    },
    onSuccess: (changed, marking) => {
      if (changed > 0 && marking.isUndo !== true) tell(changed, marking, mutate)
    },
    onError: (error) => tellFailed(`Not marked: ${error.message}`),
    onSettled: async () => {
      await Promise.all([['mail', id], ['mailboxes'], ['mail-message', id], ['bounce-plan', id]]
        .map((queryKey) => client.invalidateQueries({ queryKey })))
    },
  })
  return (keys, mark) => {
    if (keys.length > 0) mutate({ keys, mark })
  }
}

function withMark(row: MailRow, mark: Mark): MailRow {
  const copy = { ...row }
  if (mark === null) delete copy.mark
  else copy.mark = mark
  return copy
}

function tell(changed: number, { keys, mark }: Marking, again: (undo: Marking) => void): void {
  const what = mark === null ? 'unmarked' : 'marked for bouncing'
  tellDone(`${countOf(changed, 'message')} ${what}`, () =>
    again({ keys, mark: mark === null ? 'bounce' : null, isUndo: true }))
}
