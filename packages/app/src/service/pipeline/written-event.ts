// What is written of an event whoever it is about. Made in the threads that judge, since it takes
// time that the thread which applies has not.

import type { CaromEvent } from '@carom/core'
import { textWordsOf } from './search-words.ts'

export type WrittenEvent = {
  /** The event as JSON, without NUL. */
  readonly text: string
  /** The words of its texts, as the index takes them. */
  readonly words: string
}

export function toWritten(event: CaromEvent): WrittenEvent {
  return {
    text: JSON.stringify(event).replaceAll('\\u0000', ''), words: textWordsOf(event),
  }
}
