// Trains a multinomial logistic regression by stochastic gradient descent (AdaGrad). Features are
// left out at random while it learns, so that no single word carries an answer alone: the next
// server has other words. Deterministic: the same rows in give the same weights out.

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
  readonly random: () => number
  /** Features and values of the example at hand that were not left out. */
  readonly row: Int32Array
  readonly value: Float32Array
  count: number
  readonly slope: Float64Array
}

const SEEDS = [42, 43, 44, 45, 46]
/** Share of an example's target that goes to the accepted reasons besides the best. */
const ACCEPTED_SHARE = 0.35
const FEATURES_MAX = 1024

/** The mean of models that saw the examples in other orders: it leans less on chance than one. */
export function trainLinear(examples: readonly Example[], options: TrainOptions): LinearWeights {
  const first = trainOnce(examples, options, SEEDS[0] as number)
  const rest = SEEDS.slice(1, options.models).map((seed) => trainOnce(examples, options, seed))
  const { weights } = first
  for (const other of rest) addInto(weights, other.weights)
  for (let at = 0; at < weights.length; at++) {
    weights[at] = (weights[at] as number) / (rest.length + 1)
  }
  return first
}

function trainOnce(
  examples: readonly Example[], options: TrainOptions, seed: number,
): LinearWeights {
  const { index, seen } = indexFeatures(examples, options.seenMin)
  const { classes } = options
  const state: State = {
    options,
    weights: new Float32Array(index.size * classes),
    squares: new Float32Array(index.size * classes).fill(1e-3),
    random: createRandom(seed),
    row: new Int32Array(FEATURES_MAX),
    value: new Float32Array(FEATURES_MAX),
    count: 0,
    slope: new Float64Array(classes),
  }
  const rows = examples.map((example) => Int32Array.from(example.hash, (h) => index.get(h) ?? -1))
  const order = examples.map((_, i) => i)
  const sum = new Float32Array(state.weights.length)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, state.random)
    for (const at of order) {
      const example = examples[at] as Example
      takeFeatures(state, examples, rows, at)
      addScores(state.weights, state, state.slope)
      toSlope(state.slope, example.classes)
      update(state)
    }
    // The mean over the later epochs leans less on what was seen last.
    if (epoch >= options.epochs / 2) addInto(sum, state.weights)
  }
  const weights = sum.map((total) => total / Math.floor(options.epochs / 2))
  centre(weights, classes)
  return { index, seen, weights, classes }
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
  const kept = [...times].filter(([, count]) => count >= seenMin)
  return {
    index: new Map(kept.map(([hash], i) => [hash, i])),
    seen: Int32Array.from(kept, ([, count]) => count),
  }
}

/**
 * Takes features out at random. Servers put any code before their words, so that an example also
 * loses its codes, or gets those of another: the words have to tell the reason without them.
 */
function takeFeatures(
  state: State, examples: readonly Example[], rows: readonly Int32Array[], at: number,
): void {
  const { codesLost, codesSwapped, wordsLost } = state.options
  const example = examples[at] as Example
  const row = rows[at] as Int32Array
  const end = state.random() < wordsLost ? example.wordStart : row.length
  const chance = state.random()
  state.count = 0
  if (chance >= codesLost + codesSwapped) keepSome(state, row, example.value, 0, end)
  else {
    keepSome(state, row, example.value, 0, 1)
    keepSome(state, row, example.value, example.codeEnd, end)
    if (chance >= codesLost) {
      const other = Math.floor(state.random() * examples.length)
      const { value, codeEnd } = examples[other] as Example
      keepSome(state, rows[other] as Int32Array, value, 1, codeEnd)
    }
  }
}

function keepSome(
  state: State, row: Int32Array, value: Float32Array, from: number, to: number,
): void {
  const { dropout } = state.options
  const lift = 1 / (1 - dropout)
  for (let i = from; i < to; i++) {
    const feature = row[i] as number
    if (state.random() < dropout || feature < 0) continue
    state.row[state.count] = feature
    state.value[state.count++] = (value[i] as number) * lift
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

function update({ weights, squares, row, value, count, slope, options }: State): void {
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

/** Mulberry32: small, fast, the same everywhere. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function shuffle(list: number[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const swap = list[i] as number
    list[i] = list[j] as number
    list[j] = swap
  }
}
