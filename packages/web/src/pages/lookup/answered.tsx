// The answer to what is asked, and its link; the address follows what is asked.

import { Button, CopyButton, Group, Loader, Stack, Text } from '@mantine/core'
import { IconCheck, IconLink } from '@tabler/icons-react'
import { useEffect } from 'react'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { AnswerView } from './answer/answer-view.tsx'
import type { Ask } from './engine/ask-worker.ts'
import type { Question } from './engine/types.ts'
import { answerFromTables } from './engine/words.ts'
import { NOTHING_ASKED, subjectOf, usePlace, type LookupWords } from './place.ts'
import { useAnswer, type Answering } from './use-answer.ts'

/** A longer text is no address. */
const LINK_CHARS_MAX = 1_500

/** Time after the last key in which the address stays as it is. */
const ADDRESS_MS = 400

export function Answered({ question, text, ask }: {
  readonly question: Question | undefined
  /** As it was typed; empty where a file was opened. */
  readonly text: string
  readonly ask: Ask
}) {
  useAddressOf(text)
  const state = useAnswer(question, ask)
  return (
    <Stack gap="md">
      <Shown state={state} />
      {question?.kind === 'text' && state.kind === 'answered' ? <CopyLink text={text} /> : null}
    </Stack>
  )
}

/** Lets the address follow what is asked, as far as everybody may know it. */
function useAddressOf(text: string): void {
  const { words, change } = usePlace()
  const subject = subjectOf(words)
  const asked = text.trim()
  useEffect(() => {
    if (asked === (subject ?? '')) return undefined
    const timer = setTimeout(() => change({ ...NOTHING_ASKED, ...publicWords(asked) }), ADDRESS_MS)
    return () => clearTimeout(timer)
  }, [asked, subject, change])
}

function Shown({ state }: { readonly state: Answering }) {
  const answer = state.kind === 'answered' ? state.answer
    : state.kind === 'reading' ? state.last : undefined
  return (
    <div aria-busy={state.kind === 'reading'}>
      {state.kind === 'reading' && answer === undefined ? (
        <Group gap="xs" p="md"><Loader size="sm" /><Text size="sm">Reading</Text></Group>
      ) : null}
      {answer === undefined ? null : <AnswerView answer={answer} />}
      {state.kind === 'failed' ? <ErrorNotice error={state.error} /> : null}
    </div>
  )
}

/** What everybody may know stands in the address at once; what somebody wrote does not. */
function publicWords(text: string): LookupWords {
  const answer = answerFromTables(text)
  const word = text.trim()
  if (answer?.kind === 'code') return { code: word }
  if (answer?.kind !== 'words') return {}
  return answer.words.some(({ kind }) => kind === 'reason') ? { reason: word } : { text: word }
}

function CopyLink({ text }: { readonly text: string }) {
  const { hrefOf } = usePlace()
  const asked = text.trim()
  if (asked.length > LINK_CHARS_MAX || asked.split('\n').length > 5) return null
  const words = publicWords(asked)
  const href = hrefOf(subjectOf(words) === undefined ? { text: asked } : words)
  return (
    <CopyButton value={new URL(href, globalThis.location.href).href}>
      {({ copied, copy }) => (
        <Group>
          <Button
            variant="subtle" size="xs" onClick={copy}
            leftSection={copied ? <IconCheck size={16} /> : <IconLink size={16} />}
          >
            {copied ? 'Copied' : 'Copy a link to this answer'}
          </Button>
          {subjectOf(words) === undefined
            ? <Text size="xs" c="dimmed">The text stands in the link.</Text> : null}
        </Group>
      )}
    </CopyButton>
  )
}
