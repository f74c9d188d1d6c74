// The learned model: a sparse linear classifier over features, its weights read from packed text.

import type { ModelData } from '../rules/types.ts'
import type { Features } from './features.ts'

export type Model = {
  readonly classes: number
  /** Logits of the reply whose features are given, into `out`. */
  readonly score: (features: Features, out: Float64Array) => void
  /** What each feature adds to the logit of `cls`, into `out`. */
  readonly weigh: (features: Features, cls: number, out: Float64Array) => void
}

const HASH_MASK = 0xffffff

export function loadModel(data: ModelData): Model {
  const bytes = decodeBase64(data.rows)
  let rows = 0
  for (let at = 0; at + 3 < bytes.length; at += 4 + 2 * (bytes[at + 3] as number)) rows++
  let mask = 1
  while (mask < rows * 2) mask *= 2
  const keys = new Int32Array(mask).fill(-1)
  const places = new Int32Array(mask)
  mask -= 1
  for (let at = 0; at + 3 < bytes.length; at += 4 + 2 * (bytes[at + 3] as number)) {
    const key = ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number)
    let slot = key & mask
    while (keys[slot] !== -1) slot = (slot + 1) & mask
    keys[slot] = key
    places[slot] = at + 3
  }
  const { scale } = data
  const place = (hash: number): number => {
    const key = hash & HASH_MASK
    let slot = key & mask
    while (keys[slot] !== key && keys[slot] !== -1) slot = (slot + 1) & mask
    return keys[slot] === -1 ? -1 : places[slot] as number
  }
  return {
    classes: data.classes,
    score(features, out) {
      out.fill(0)
      for (let i = 0; i < features.count; i++) {
        let at = place(features.hash[i] as number)
        if (at < 0) continue
        const value = (features.value[i] as number) * scale
        for (let n = bytes[at++] as number; n > 0; n--) {
          const cls = bytes[at++] as number
          const weight = ((bytes[at++] as number) << 24) >> 24
          out[cls] = (out[cls] as number) + weight * value
        }
      }
    },
    weigh(features, cls, out) {
      out.fill(0)
      for (let i = 0; i < features.count; i++) {
        let at = place(features.hash[i] as number)
        if (at < 0) continue
        for (let n = bytes[at++] as number; n > 0; n--, at += 2) {
          if (bytes[at] !== cls) continue
          const weight = ((bytes[at + 1] as number) << 24) >> 24
          out[i] = weight * (features.value[i] as number) * scale
        }
      }
    },
  }
}

/** Turns logits into probabilities in place; returns the number of the best class. */
export function softmax(logits: Float64Array): number {
  let best = 0
  for (let i = 1; i < logits.length; i++) {
    if ((logits[i] as number) > (logits[best] as number)) best = i
  }
  const top = logits[best] as number
  let sum = 0
  for (let i = 0; i < logits.length; i++) sum += logits[i] = Math.exp((logits[i] as number) - top)
  for (let i = 0; i < logits.length; i++) logits[i] = (logits[i] as number) / sum
  return best
}

function decodeBase64(text: string): Uint8Array {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  const values = new Uint8Array(128)
  for (let i = 0; i < alphabet.length; i++) values[alphabet.charCodeAt(i)] = i
  const bytes = new Uint8Array((text.length * 3) >> 2)
  let at = 0
  for (let i = 0; i + 3 < text.length; i += 4) {
    const bits = ((values[text.charCodeAt(i)] as number) << 18)
      | ((values[text.charCodeAt(i + 1)] as number) << 12)
      | ((values[text.charCodeAt(i + 2)] as number) << 6)
      | (values[text.charCodeAt(i + 3)] as number)
    bytes[at++] = bits >> 16
    bytes[at++] = (bits >> 8) & 0xff
    bytes[at++] = bits & 0xff
  }
  return bytes.subarray(0, at)
}
