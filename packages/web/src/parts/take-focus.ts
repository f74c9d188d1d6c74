// Where the next key goes.

import { useEffect, useState } from 'react'

/** As `ref` of what opens at a press: what is typed next belongs there. */
export function takeFocus(field: HTMLElement | null): void {
  field?.focus()
}

/** The focus goes back to where it was when this was opened, as soon as this is gone. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(() => () => focusAgain(before), [before])
}

/** Unless something else takes the focus meanwhile. */
export function focusAgain(before: Element | null): void {
  setTimeout(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (isLost && before instanceof HTMLElement && before.isConnected) before.focus()
  })
}

/** Whether a menu, a dialog or the list of a field is open: Escape closes that first. */
export function hasOverlay(): boolean {
  const overlays = document.querySelectorAll('[role="dialog"],[role="listbox"],[role="menu"]')
  return [...overlays].some((one) => one.checkVisibility())
}
