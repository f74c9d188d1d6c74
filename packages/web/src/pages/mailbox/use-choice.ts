// Which messages are chosen: one by a click, more with Ctrl or X, a range with Shift.

import { useCallback, useMemo, useState } from 'react'

export type Choice = {
  readonly keys: ReadonlySet<string>
  /** This one alone. */
  readonly choose: (key: string) => void
  readonly toggle: (key: string) => void
  /** All from the one that was chosen last to this one. */
  readonly extend: (key: string) => void
  readonly chooseAll: () => void
}

const NONE: ReadonlySet<string> = new Set()

/** `order`: keys of all rows, as they are shown. */
export function useChoice(order: readonly string[]): Choice {
  const [keys, setKeys] = useState(NONE)
  const [anchor, setAnchor] = useState<string>()
  const choose = useCallback((key: string) => {
    setKeys(new Set([key]))
    setAnchor(key)
  }, [])
  const toggle = useCallback((key: string) => {
    setKeys((before) => {
      const after = new Set(before)
      if (!after.delete(key)) after.add(key)
      return after
    })
    setAnchor(key)
  }, [])
  const extend = useCallback((key: string) => {
    const from = anchor === undefined ? -1 : order.indexOf(anchor)
    const to = order.indexOf(key)
    if (from < 0 || to < 0) choose(key)
    else setKeys(new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1)))
  }, [anchor, order, choose])
  const chooseAll = useCallback(() => setKeys(new Set(order)), [order])
  return useMemo(() => ({ keys, choose, toggle, extend, chooseAll }),
    [keys, choose, toggle, extend, chooseAll])
}
