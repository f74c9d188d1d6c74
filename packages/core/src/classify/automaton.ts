// One automaton over all words, stems, phrases and literals of all languages and rules: a trie
// whose siblings stand side by side, so that a step is a short look along one array.

import type { PackedAutomaton } from '../rules/types.ts'
import { CLASS_BITS, createAlphabet, SKIP, SKIP_SYMBOL } from './alphabet.ts'

export type Automaton = {
  /** UTF-16 unit → symbol << 8 | class bits; symbol 0 where no entry has that letter. */
  readonly units: Int32Array
  /** UTF-16 unit → folded unit. */
  readonly fold: Uint16Array
  /** Symbol → node below the root. */
  readonly root: Int32Array
  /** Node → its first child, 0 where it has none; siblings follow each other. */
  readonly child: Int32Array
  /** Node → its symbol << 1, plus 1 for the last of its siblings. */
  readonly label: Uint16Array
  /** Node → its first output, -1 where none; outputs of a node follow each other. */
  readonly output: Int32Array
  /** Output → entry << 2 | stem << 1 | last of its node. */
  readonly outputs: Int32Array
  /** What the entries stand for, as `build-automaton.ts` wrote them. */
  readonly entries: readonly string[]
}

/** Symbol that stands for a run of separators inside a phrase. */
export const SPACE = 1
export const STEM_FLAG = 2
export const LAST_FLAG = 1

/** Bits of a node's sign in the packed form. */
export const NODE_LAST = 1
export const NODE_PARENT = 2
export const NODE_OUTPUT = 4
/** Signs are digits, so that the packed form is plain text. */
export const SIGN_ZERO = 0x30

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

export function loadAutomaton(packed: PackedAutomaton): Automaton {
  const { labels, signs } = packed
  const alphabet = createAlphabet()
  const symbols = symbolTable(packed.letters)
  const units = new Int32Array(65536)
  for (let unit = 0; unit < 65536; unit++) {
    const folded = alphabet.fold[unit] as number
    const symbol = folded === SKIP ? SKIP_SYMBOL : symbols[folded] as number
    units[unit] = (symbol << CLASS_BITS) | (alphabet.bits[unit] as number)
  }
  const size = labels.length
  const child = new Int32Array(size)
  const label = new Uint16Array(size)
  const output = new Int32Array(size).fill(-1)
  const outputs = readOutputs(packed.outputs)
  // Nodes come level by level: the children of each node follow those of the node before it.
  let nextChild = 1
  let nextOutput = 0
  for (let node = 0; node < size; node++) {
    const sign = signs.charCodeAt(node) - SIGN_ZERO
    label[node] = ((symbols[labels.charCodeAt(node)] as number) << 1) | (sign & NODE_LAST)
    if ((sign & NODE_PARENT) !== 0) {
      child[node] = nextChild
      while (((signs.charCodeAt(nextChild) - SIGN_ZERO) & NODE_LAST) === 0) nextChild++
      nextChild++
    }
    if ((sign & NODE_OUTPUT) !== 0) {
      output[node] = nextOutput
      while (((outputs[nextOutput] as number) & LAST_FLAG) === 0) nextOutput++
      nextOutput++
    }
  }
  return {
    units, fold: alphabet.fold, root: rootTable(child, label, packed.letters.length + 2),
    child, label, output, outputs, entries: packed.entries.split('\n'),
  }
}

/** The node reached from `node` by `symbol`, 0 where there is none. */
export function follow(automaton: Automaton, node: number, symbol: number): number {
  const { child, label } = automaton
  if (node === 0) return automaton.root[symbol] as number
  let at = child[node] as number
  if (at === 0) return 0
  for (;;) {
    const here = label[at] as number
    if (here >> 1 === symbol) return at
    if ((here & 1) !== 0) return 0
    at++
  }
}

/** Folded unit → symbol. */
function symbolTable(letters: string): Uint16Array {
  const symbols = new Uint16Array(65536)
  symbols[0x20] = SPACE
  for (let i = 0; i < letters.length; i++) symbols[letters.charCodeAt(i)] = SPACE + 1 + i
  return symbols
}

function rootTable(child: Int32Array, label: Uint16Array, symbols: number): Int32Array {
  const root = new Int32Array(Math.max(symbols, SKIP_SYMBOL + 1))
  for (let at = child[0] as number; at !== 0; at++) {
    const here = label[at] as number
    root[here >> 1] = at
    if ((here & 1) !== 0) break
  }
  return root
}

function readOutputs(text: string): Int32Array {
  const values = new Uint8Array(128)
  for (let i = 0; i < BASE64.length; i++) values[BASE64.charCodeAt(i)] = i
  const outputs = new Int32Array(text.length / 3)
  for (let i = 0, at = 0; i < outputs.length; i++, at += 3) {
    outputs[i] = ((values[text.charCodeAt(at)] as number) << 12)
      | ((values[text.charCodeAt(at + 1)] as number) << 6)
      | (values[text.charCodeAt(at + 2)] as number)
  }
  return outputs
}

/** The mirror of readOutputs. */
export function writeOutput(value: number): string {
  return BASE64.charAt(value >> 12) + BASE64.charAt((value >> 6) & 63) + BASE64.charAt(value & 63)
}
