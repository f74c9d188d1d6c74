// The grammar as the engine ships it: two letters for each concept, since most words stand in many
// patterns. A line of names, one of groups, then one for the patterns of each reason.

import type { Reason } from '../rules/types.ts'
import { reasonOfSign, signOfReason } from './reason-number.ts'

export type Grammar = {
  /** All concepts, in the order of their numbers. */
  readonly concepts: readonly string[]
  /** Short names for groups of concepts. */
  readonly groups: Readonly<Record<string, string>>
  /** Reason → patterns, as rules/grammar.ts writes them. */
  readonly patterns: Readonly<Partial<Record<Reason, readonly string[]>>>
}

/** Letters of the codes of names. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const CODE = /-?[a-zA-Z]{2}/g
const WEIGHT = /\d{1,3}$/

export function packGrammar({ concepts, groups, patterns }: Grammar): string {
  const codes = new Map([...concepts, ...Object.keys(groups)].map((name, i) => [name, codeOf(i)]))
  const packWord = (word: string): string =>
    word.replaceAll(/[a-zA-Z]+/g, (name) => codes.get(name) as string).replaceAll('|', '')
  const packPattern = (line: string): string => {
    const [left = '', weight = ''] = line.split('=')
    return left.trim().split(/ +/).map(packWord).join(' ') + weight.trim()
  }
  return [
    concepts.join(' '),
    Object.entries(groups).map(([name, words]) => `${name}=${packWord(words)}`).join(' '),
    ...Object.entries(patterns).map(([reason, lines]) =>
      signOfReason(reason as Reason) + lines.map(packPattern).join()),
  ].join('\n')
}

export function readGrammar(packed: string): Grammar {
  const [names = '', groupLine = '', ...rows] = packed.split('\n')
  const concepts = names.split(' ')
  const groupRows = groupLine.split(' ').map((group) => group.split('='))
  const vocabulary = [...concepts, ...groupRows.map(([name = '']) => name)]
  const readWord = (word: string): string => {
    const sign = word.startsWith('!') ? '!' : ''
    return sign + (word.match(CODE) ?? []).map((code) => readName(vocabulary, code)).join('|')
  }
  const readPattern = (text: string): string => {
    const line = text.split(' ').map(readWord).join(' ')
    const [weight] = WEIGHT.exec(text) ?? []
    return weight === undefined ? line : `${line} = ${weight}`
  }
  return {
    concepts,
    groups: Object.fromEntries(groupRows.map(([name, words = '']) => [name, readWord(words)])),
    patterns: Object.fromEntries(rows.map((row) =>
      [reasonOfSign(row), row.slice(1).split(',').map(readPattern)])),
  }
}

function codeOf(number: number): string {
  return LETTERS.charAt(Math.floor(number / LETTERS.length))
    + LETTERS.charAt(number % LETTERS.length)
}

function readName(vocabulary: readonly string[], code: string): string {
  const [low, high] = [code.at(-1), code.at(-2)].map((letter = '') => LETTERS.indexOf(letter))
  return (code.startsWith('-') ? '-' : '')
    + vocabulary[(high as number) * LETTERS.length + (low as number)]
}
