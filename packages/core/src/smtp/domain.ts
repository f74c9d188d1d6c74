// Domain names in the form that is compared: lower case, A-labels (RFC 5890–5892; Punycode is RFC
// 3492). Mapping as UTS 46 does it, non-transitional: case, width and compatibility forms are one
// name.

import { LABEL_CHARS_MAX } from './limits.ts'

const NOT_ASCII = /[^\x00-\x7f]/
/** Ideographic full stops separate labels too (UTS 46 §2.3). */
const DOTS = /[\u3002\uff0e\uff61]/g
/** Characters that mean nothing in a name (UTS 46: ignored). */
const IGNORED = /[\u00ad\u200b\u2060\ufeff]|[\ufe00-\ufe0f]/g
/** ASCII that cannot stand in a name; where a mapping makes one, it is not the same name. */
const FOREIGN = /[\x00-\x2c/:-@[-^`{-\x7f]/

/** Parameters of RFC 3492 §5. */
const BASE = 36
const T_MIN = 1
const T_MAX = 26
const SKEW = 38
const DAMP = 700
const BIAS = 72
const FIRST = 0x80

/**
 * The name in lower case and ASCII, without a final dot; what cannot be mapped stays in lower case.
 */
export function domainToAscii(domain: string): string {
  const name = domain.endsWith('.') ? domain.slice(0, -1) : domain
  if (!NOT_ASCII.test(name)) return name.toLowerCase()
  const mapped = mapName(name)
  if (FOREIGN.test(mapped)) return name.toLowerCase()
  return mapped.split('.').map(labelToAscii).join('.')
}

function mapName(name: string): string {
  const plain = name.replace(DOTS, '.').replace(IGNORED, '')
  return plain.toLowerCase().normalize('NFKC').toLowerCase().normalize('NFC')
}

function labelToAscii(label: string): string {
  if (!NOT_ASCII.test(label) || label.length > LABEL_CHARS_MAX) return label
  return 'xn--' + encodePunycode(label)
}

/** Encodes one label (RFC 3492 §6.3). */
function encodePunycode(label: string): string {
  const points = [...label].map((character) => character.codePointAt(0) as number)
  const basic = points.filter((point) => point < FIRST)
  let output = String.fromCharCode(...basic)
  if (basic.length > 0) output += '-'
  let written = basic.length
  let point = FIRST
  let delta = 0
  let bias = BIAS
  while (written < points.length) {
    const next = Math.min(...points.filter((candidate) => candidate >= point))
    delta += (next - point) * (written + 1)
    point = next
    for (const candidate of points) {
      if (candidate < point) delta++
      if (candidate !== point) continue
      output += encodeDelta(delta, bias)
      bias = adaptBias(delta, written + 1, written === basic.length)
      delta = 0
      written++
    }
    delta++
    point++
  }
  return output
}

function encodeDelta(delta: number, bias: number): string {
  let digits = ''
  let rest = delta
  for (let k = BASE; ; k += BASE) {
    const threshold = Math.min(T_MAX, Math.max(T_MIN, k - bias))
    if (rest < threshold) return digits + digit(rest)
    digits += digit(threshold + ((rest - threshold) % (BASE - threshold)))
    rest = Math.floor((rest - threshold) / (BASE - threshold))
  }
}

function adaptBias(delta: number, points: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2))
  rest += Math.floor(rest / points)
  let k = 0
  while (rest > ((BASE - T_MIN) * T_MAX) / 2) {
    rest = Math.floor(rest / (BASE - T_MIN))
    k += BASE
  }
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW))
}

/** 0–25 are a–z, 26–35 are 0–9. */
function digit(value: number): string {
  return String.fromCharCode(value < 26 ? 97 + value : 22 + value)
}
