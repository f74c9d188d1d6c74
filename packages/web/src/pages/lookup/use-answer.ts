// The answer to what is typed or dropped, a moment after it stands still.

import { useEffect, useMemo, useState } from 'react'
import type { Ask } from './engine/ask-worker.ts'
import type { Answer, Question } from './engine/types.ts'
import { answerFromTables } from './engine/words.ts'

const STILL_MS = 250

export type Answering =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly last?: Answer | undefined }
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly error: unknown }

type Told =
  | { readonly to: Question; readonly answer: Answer }
  | { readonly to: Question; readonly error: unknown }

export function useAnswer(question: Question | undefined, ask: Ask): Answering {
  const [told, setTold] = useState<Told>()
  const known = useMemo(() => question?.kind === 'text'
    ? answerFromTables(question.text) : undefined, [question])
  useEffect(() => {
    if (question === undefined || known !== undefined) return undefined
    let isWanted = true
    const tell = async (): Promise<void> => {
      const next = await answerTo(question, ask)
      if (isWanted) setTold(next)
    }
    const timer = setTimeout(() => void tell(), question.kind === 'text' ? STILL_MS : 0)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [question, known, ask])
  if (question === undefined) return { kind: 'idle' }
  if (known !== undefined) return { kind: 'answered', answer: known }
  if (told?.to !== question) {
    const last = told !== undefined && 'answer' in told ? told.answer : undefined
    return { kind: 'reading', last }
  }
  return 'answer' in told
    ? { kind: 'answered', answer: told.answer } : { kind: 'failed', error: told.error }
}

async function answerTo(question: Question, ask: Ask): Promise<Told> {
  try {
    return { to: question, answer: await ask(question) }
  } catch (error) {
    return { to: question, error }
  }
}
