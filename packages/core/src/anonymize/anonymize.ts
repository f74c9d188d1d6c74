// A private bounce made publishable: addresses, names, hosts, IP addresses, identifiers, subjects
// and the returned message are replaced, structure, codes and wording stay, so that it is judged as
// before.

import { parseMessage } from '../message/parse.ts'
import { MESSAGE_BYTES_MAX } from '../text/limits.ts'
import { collectNames } from './dictionary.ts'
import { HeaderReplacer } from './header.ts'
import { Pseudonyms } from './pseudonyms.ts'
import { Rebuilder } from './rebuild.ts'
import { TextReplacer } from './text.ts'
import { Vocabulary } from './vocabulary.ts'

export type AnonymizeOptions = {
  /**
   * Decides what stands for what: the same seed gives the same name the same pseudonym in all
   * messages. Who knows it can try names out, so it is as secret as the messages.
   */
  readonly seed: string
}

export type Anonymizer = {
  /** The message without private names. Never throws on any bytes. */
  readonly anonymize: (bytes: Uint8Array) => Uint8Array
}

/** Makes an anonymizer; use one for all messages that belong together. */
export function createAnonymizer({ seed }: AnonymizeOptions): Anonymizer {
  if (seed === '') throw new TypeError('an anonymizer needs a seed')
  const pseudonyms = new Pseudonyms(seed)
  const vocabulary = new Vocabulary()
  return {
    anonymize: (bytes) => {
      const message = parseMessage(
        bytes.length > MESSAGE_BYTES_MAX ? bytes.subarray(0, MESSAGE_BYTES_MAX) : bytes,
      )
      const text = new TextReplacer(
        pseudonyms,
        collectNames(message, pseudonyms, vocabulary),
        vocabulary,
      )
      return new Rebuilder(text, new HeaderReplacer(text, vocabulary)).rebuild(message)
    },
  }
}
