// What has the focus may lose it by its own press: a button waits for its answer, a row is done, a
// form is sent. The focus comes back to it, or goes to the nearest part that is still there.

import { useEffect } from 'react'
import { PAGE_ID } from './announcer.tsx'

/** Until then, what knows better where the focus goes has put it there. */
const PATIENCE_MS = 60

const PARTS = '[role="tabpanel"],[role="region"],[role="group"],section,form,main'

export function useKeptFocus(): void {
  useEffect(() => {
    /** What had the focus last, and all that it stood in. */
    let path: readonly Element[] = []
    /** It was disabled while it had the focus. */
    let wasHeldUp = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const remember = ({ target }: FocusEvent): void => {
      path = target instanceof Element ? withAncestors(target) : []
      wasHeldUp = false
    }
    const observer = new MutationObserver(() => {
      const [last] = path
      if (last === undefined) return
      if (last.isConnected && last.matches(':disabled')) {
        wasHeldUp = true
        return
      }
      // What could still have it gave it up: a link within the page goes on from where it leads.
      if (hasFocus() || (!wasHeldUp && isThere(last))) return
      clearTimeout(timer)
      timer = setTimeout(() => {
        if (!hasFocus()) focusNearest(path)
      }, PATIENCE_MS)
    })
    // Whoever presses elsewhere wants it to be nowhere.
    const forget = (): void => { path = [] }
    document.addEventListener('focusin', remember)
    document.addEventListener('pointerdown', forget)
    observer.observe(document.body, {
      childList: true, subtree: true, attributeFilter: ['disabled'],
    })
    return () => {
      document.removeEventListener('focusin', remember)
      document.removeEventListener('pointerdown', forget)
      observer.disconnect()
      clearTimeout(timer)
    }
  }, [])
}

/** Anything on the page. */
function hasFocus(): boolean {
  return document.activeElement !== null && document.activeElement !== document.body
}

function withAncestors(element: Element): readonly Element[] {
  const { parentElement } = element
  return parentElement === null ? [element] : [element, ...withAncestors(parentElement)]
}

function isThere(element: Element): boolean {
  return element.isConnected && element.checkVisibility()
}

function focusNearest([last, ...around]: readonly Element[]): void {
  const part = last !== undefined && isThere(last) ? last
    : around.find((one) => one.matches(PARTS) && isThere(one))
      ?? document.querySelector(`#${PAGE_ID}`)
  if (!(part instanceof HTMLElement)) return
  if (part !== last && !part.hasAttribute('tabindex')) part.tabIndex = -1
  part.focus({ preventScroll: true })
}
