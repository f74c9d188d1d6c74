// Trains a multinomial logistic regression by stochastic gradient descent (AdaGrad). Features are
// left out at random while it learns, so that no single word carries an answer alone: the next
// server has other words. Deterministic: the same rows in give the same weights out. Chance hangs
// on each row alone, so that a new one changes little for the others.

import { createRandom, mix } from './chance.ts'

/** One example: hashed features with values, and the right classes (the first the best). */
export type Example = {
  readonly hash: Int32Array
  readonly value: Float32Array
  /** Features from the second up to here are those of codes and command. */
  readonly codeEnd: number
  /** Features from here on are those of words and their pairs. */
  readonly wordStart: number
  readonly classes: readonly number[]
}

export type TrainOptions = {
  readonly classes: number
  /** Models whose mean is the result, five at most. */
  readonly models: number
  readonly epochs: number
  /** Learning rate of AdaGrad. */
  readonly rate: number
  /** Soft threshold per update, relative to the rate (L1). */
  readonly decay: number
  /** Share of an example's features that is left out each time it is seen. */
  readonly dropout: number
  /** Share of the times in which an example loses all its codes, and in which it gets another's. */
  readonly codesLost: number
  readonly codesSwapped: number
  /** Share of the times in which an example loses all its words: concepts have to tell the rest. */
  readonly wordsLost: number
  /** Features seen in fewer examples than this are left out. */
  readonly seenMin: number
}

export type LinearWeights = {
  readonly index: ReadonlyMap<number, number>
  /** Feature index → number of examples that have it. */
  readonly seen: Int32Array
  readonly weights: Float32Array
  readonly classes: number
}

type State = {
  readonly options: TrainOptions
  readonly weights: Float32Array
  readonly squares: Float32Array
  /** Features and values of the example at hand that were not left out. */
  readonly row: Int32Array
  readonly value: Float32Array
  count: number
  readonly slope: Float64Array
}

/** Examples, and what is computed of them once. */
type Rows = {
  readonly examples: readonly Example[]
  /** Example → indices of its features; -1 for those that are left out. */
  readonly features: readonly Int32Array[]
  /** Example → a number that hangs on nothing but its features. */
  readonly keys: Uint32Array
}

const SEEDS = [42, 43, 44, 45, 46]
/** Share of an example's target that goes to the accepted reasons besides the best. */
const ACCEPTED_SHARE = 0.35
const FEATURES_MAX = 1024

/** The mean of models that saw the examples in other orders: it leans less on chance than one. */
export function trainLinear(examples: readonly Example[], options: TrainOptions): LinearWeights {
  const { index, seen } = indexFeatures(examples, options.seenMin)
  const { classes } = options
  const rows = {
    examples,
    features: examples.map(({ hash }) => Int32Array.from(hash, (h) => index.get(h) ?? -1)),
    keys: Uint32Array.from(examples, keyOf),
  }
  const seeds = SEEDS.slice(0, options.models)
  const weights = new Float32Array(index.size * classes)
  for (const seed of seeds) addInto(weights, trainOnce(rows, options, seed, weights.length))
  // The mean over the later epochs leans less on what was seen last.
  const times = seeds.length * Math.floor(options.epochs / 2)
  for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] as number) / times
  centre(weights, classes)
  return { index, seen, weights, classes }
}

/** The sum of the weights after each of the later epochs. */
function trainOnce(
  rows: Rows, options: TrainOptions, seed: number, size: number,
): Float32Array {
  const state: State = {
    options,
    weights: new Float32Array(size),
    squares: new Float32Array(size).fill(1e-3),
    row: new Int32Array(FEATURES_MAX),
    value: new Float32Array(FEATURES_MAX),
    count: 0,
    slope: new Float64Array(options.classes),
  }
  const order = rows.examples.map((_, i) => i)
  const chances = new Uint32Array(order.length)
  const sum = new Float32Array(size)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const i of order) chances[i] = mix((rows.keys[i] as number) + mix(seed + epoch * 1000))
    order.sort((a, b) => (chances[a] as number) - (chances[b] as number) || a - b)
    let before = order.at(-1) as number
    for (const at of order) {
      takeFeatures(state, rows, at, before, createRandom(chances[at] as number))
      addScores(state.weights, state, state.slope)
      toSlope(state.slope, (rows.examples[at] as Example).classes)
      update(state)
      before = at
    }
    if (epoch >= options.epochs / 2) addInto(sum, state.weights)
  }
  return sum
}

function keyOf({ hash, classes }: Example): number {
  return [...hash].reduce((key, feature) => mix(key ^ feature), classes[0] as number)
}

function addInto(sum: Float32Array, weights: Float32Array): void {
  for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] as number) + (weights[at] as number)
}

/** Logits of one example. */
export function scoreExample(model: LinearWeights, example: Example, logits: Float64Array): void {
  const row = Int32Array.from(example.hash, (h) => model.index.get(h) ?? -1)
  addScores(model.weights, { row, value: example.value, count: row.length }, logits)
}

function indexFeatures(
  examples: readonly Example[], seenMin: number,
): { index: Map<number, number>; seen: Int32Array } {
  const times = new Map<number, number>()
  for (const example of examples) {
    for (const hash of new Set(example.hash)) times.set(hash, (times.get(hash) ?? 0) + 1)
  }
  const often = [...times].filter(([, count]) => count >= seenMin)
  return {
    index: new Map(often.map(([hash], i) => [hash, i])),
    seen: Int32Array.from(often, ([, count]) => count),
  }
}

/**
 * Takes features out at random. Servers put any code before their words, so that an example also
 * loses its codes, or gets those of another: the words have to tell the reason without them.
 */
function takeFeatures(
  state: State, { examples, features }: Rows, at: number, other: number, random: () => number,
): void {
  const { codesLost, codesSwapped, wordsLost } = state.options
  const { value, codeEnd, wordStart } = examples[at] as Example
  const row = features[at] as Int32Array
  const end = random() < wordsLost ? wordStart : row.length
  const chance = random()
  const keepSome = (from: Int32Array, values: Float32Array, start: number, stop: number): void => {
    const { dropout } = state.options
    const lift = 1 / (1 - dropout)
    for (let i = start; i < stop; i++) {
      const feature = from[i] as number
      if (random() < dropout || feature < 0) continue
      state.row[state.count] = feature
      state.value[state.count++] = (values[i] as number) * lift
    }
  }
  state.count = 0
  if (chance >= codesLost + codesSwapped) keepSome(row, value, 0, end)
  else {
    keepSome(row, value, 0, 1)
    keepSome(row, value, codeEnd, end)
    if (chance >= codesLost) {
      const swapped = examples[other] as Example
      keepSome(features[other] as Int32Array, swapped.value, 1, swapped.codeEnd)
    }
  }
}

function addScores(
  weights: Float32Array,
  { row, value, count }: Pick<State, 'row' | 'value' | 'count'>,
  logits: Float64Array,
): void {
  const classes = logits.length
  logits.fill(0)
  for (let i = 0; i < count; i++) {
    const feature = row[i] as number
    if (feature < 0) continue
    const base = feature * classes
    const v = value[i] as number
    for (let c = 0; c < classes; c++) {
      logits[c] = (logits[c] as number) + (weights[base + c] as number) * v
    }
  }
}

/** Turns logits into the gradient of the cross entropy, in place. */
function toSlope(logits: Float64Array, right: readonly number[]): void {
  let top = -Infinity
  for (const logit of logits) if (logit > top) top = logit
  let sum = 0
  for (let c = 0; c < logits.length; c++) sum += logits[c] = Math.exp((logits[c] as number) - top)
  for (let c = 0; c < logits.length; c++) logits[c] = (logits[c] as number) / sum
  const others = right.length - 1
  right.forEach((c, i) => {
    const share = others === 0 ? 1 : i === 0 ? 1 - ACCEPTED_SHARE : ACCEPTED_SHARE / others
    logits[c] = (logits[c] as number) - share
  })
}

function update(state: State): void {
  const { weights, squares, row, value, count, slope, options } = state
  const { classes, rate, decay } = options
  for (let i = 0; i < count; i++) {
    const base = (row[i] as number) * classes
    const v = value[i] as number
    for (let c = 0; c < classes; c++) {
      const at = base + c
      const g = (slope[c] as number) * v
      squares[at] = (squares[at] as number) + g * g
      const step = rate / Math.sqrt(squares[at] as number)
      const weight = (weights[at] as number) - step * g
      const threshold = decay * step
      weights[at] = weight > threshold ? weight - threshold
        : weight < -threshold ? weight + threshold : 0
    }
  }
}

/**
 * What a feature gives to every class alike changes nothing: without it, small weights are small.
 */
function centre(weights: Float32Array, classes: number): void {
  for (let base = 0; base < weights.length; base += classes) {
    let sum = 0
    for (let c = 0; c < classes; c++) sum += weights[base + c] as number
    const mean = sum / classes
    for (let c = 0; c < classes; c++) weights[base + c] = (weights[base + c] as number) - mean
  }
}
