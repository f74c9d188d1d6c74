// Answers questions of the lookup page beside it, so that a large file does not stop the page.

import { answer } from './answer.ts'
import type { Answer, Question } from './types.ts'

export type Asked = { readonly id: number; readonly question: Question }

export type Told = { readonly id: number } &
  ({ readonly answer: Answer } | { readonly failure: string })

type Port = {
  readonly addEventListener: (
    type: 'message', listen: (event: { readonly data: Asked }) => void,
  ) => void
  readonly postMessage: (told: Told, transfer: readonly unknown[]) => void
}

const port = globalThis as unknown as Port

port.addEventListener('message', ({ data: { id, question } }) => {
  try {
    port.postMessage({ id, answer: answer(question) }, [])
  } catch (error) {
    port.postMessage({ id, failure: error instanceof Error ? error.message : String(error) }, [])
  }
})
