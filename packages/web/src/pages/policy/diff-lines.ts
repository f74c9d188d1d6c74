// What differs between two texts, line by line: the longest common subsequence.

export type DiffLine = {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
  readonly key: number
}

export function diffLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  const width = after.length + 1
  const lengths = new Uint32Array((before.length + 1) * width)
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i * width + j] = before[i] === after[j]
        ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0)
    }
  }
  const lines: DiffLine[] = []
  const add = (kind: DiffLine['kind'], text = ''): void => {
    lines.push({ kind, text, key: lines.length })
  }
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      add('same', before[i])
      i += 1
      j += 1
    } else if (j >= after.length || (i < before.length &&
      (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))) {
      add('removed', before[i])
      i += 1
    } else {
      add('added', after[j])
      j += 1
    }
  }
  return lines
}
