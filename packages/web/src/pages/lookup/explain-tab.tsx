// Ask and be answered: the first part of the lookup.

import { Alert, Stack } from '@mantine/core'
import { useMemo, useState } from 'react'
import { latePart } from '../../parts/late-part.tsx'
import { Asking } from './asking.tsx'
import type { Ask } from './engine/ask-worker.ts'
import type { Question } from './engine/types.ts'
import { subjectOf, usePlace } from './place.ts'
import { readFile } from './read-file.ts'

/** The tables of all codes come with the first question. */
const Answered = latePart(async () => (await import('./answered.tsx')).Answered)

type Opened = { readonly name: string; readonly bytes: Uint8Array }

export function ExplainTab({ ask }: { readonly ask: Ask }) {
  const { words } = usePlace()
  const subject = subjectOf(words)
  const [seen, setSeen] = useState(subject)
  const [text, setText] = useState(subject ?? '')
  const [file, setFile] = useState<Opened>()
  const [failure, setFailure] = useState<string>()
  if (subject !== seen) {
    setSeen(subject)
    if (subject !== undefined && subject !== text.trim()) {
      setText(subject)
      setFile(undefined)
    }
  }
  const question = useMemo((): Question | undefined => {
    if (file !== undefined) return { kind: 'bytes', ...file }
    return text.trim() === '' ? undefined : { kind: 'text', text }
  }, [text, file])
  const type = (typed: string): void => {
    setText(typed)
    setFile(undefined)
    setFailure(undefined)
  }
  const open = async (chosen: File): Promise<void> => {
    try {
      setFile({ name: chosen.name, bytes: await readFile(chosen) })
      setFailure(undefined)
      setText('')
    } catch (error) {
      // Damaged archives have no words of their own.
      setFailure(error instanceof Error && error.message !== '' ? error.message
        : 'It seems to be damaged.')
    }
  }
  return (
    <Stack gap="md" maw={1080}>
      <Asking
        text={text} fileName={file?.name} onText={type} onFile={(chosen) => void open(chosen)}
        onClear={() => type('')}
      />
      {failure === undefined ? null : (
        <Alert color="red" role="alert" title="The file cannot be read">{failure}</Alert>
      )}
      <div aria-live="polite">
        {question === undefined && subject === undefined
          ? null : <Answered question={question} text={text} ask={ask} />}
      </div>
    </Stack>
  )
}
