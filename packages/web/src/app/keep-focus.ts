// What has the focus may be taken away by its own press: a row that is done, a form that is sent. The
// next key then goes to the nearest part of the page that is still there, not to the start of it.

import { useEffect } from 'react'
import { PAGE_ID } from './announcer.tsx'

/** Until then, what knows better where the focus goes has put it there. */
const PATIENCE_MS = 60

const PARTS = '[role="tabpanel"],[role="region"],[role="group"],section,form,main'

export function useKeptFocus(): void {
  useEffect(() => {
    let path: readonly Element[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const remember = ({ target }: FocusEvent): void => {
      path = target instanceof Element ? withAncestors(target) : []
    }
    const observer = new MutationObserver(() => {
      if (path[0] === undefined || path[0].isConnected) return
      const left = path
      path = []
      clearTimeout(timer)
      timer = setTimeout(() => {
        if (document.activeElement === null || document.activeElement === document.body) {
          focusNearest(left)
        }
      }, PATIENCE_MS)
    })
    document.addEventListener('focusin', remember)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', remember)
      observer.disconnect()
      clearTimeout(timer)
    }
  }, [])
}

function withAncestors(element: Element): readonly Element[] {
  const { parentElement } = element
  return parentElement === null ? [element] : [element, ...withAncestors(parentElement)]
}

function focusNearest(path: readonly Element[]): void {
  const part = path.find((one) => one.isConnected && one.matches(PARTS) && one.checkVisibility())
    ?? document.querySelector(`#${PAGE_ID}`)
  if (!(part instanceof HTMLElement)) return
  if (!part.hasAttribute('tabindex')) part.tabIndex = -1
  part.focus({ preventScroll: true })
}
