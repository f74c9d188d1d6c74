// A message in a few words, for lists of what nobody could read.

import { parseMessage } from '../message/parse.ts'
import { Letter } from './letter.ts'

export type MessageSummary = {
  readonly subject?: string
  readonly from?: string
  /** The beginning of what is written for people. */
  readonly text: string
}

/** Subject, author and the first `charsMax` letters of a message. Never throws on any bytes. */
export function readSummary(bytes: Uint8Array, charsMax: number): MessageSummary {
  const letter = new Letter(parseMessage(bytes))
  return {
    ...(letter.subject === '' ? {} : { subject: letter.subject }),
    ...(letter.from === '' ? {} : { from: letter.from }),
    text: letter.human.text.slice(0, charsMax),
  }
}
