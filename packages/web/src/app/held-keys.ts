// What is typed while the search is still on its way belongs to it: neither is it lost, nor does it
// mean what single keys mean on the page below.

export type HeldKeys = {
  /** Puts what was typed so far into the field, which takes what follows by itself. */
  readonly handTo: (field: HTMLInputElement) => void
  readonly letGo: () => void
}

export function holdKeys(): HeldKeys {
  let text = ''
  const letGo = (): void => globalThis.removeEventListener('keydown', hold, true)
  const hold = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.key === 'Escape') letGo()
    else if (event.key === 'Backspace') text = text.slice(0, -1)
    else if (event.key.length === 1) text += event.key
    else return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  globalThis.addEventListener('keydown', hold, true)
  return {
    letGo,
    handTo(field) {
      letGo()
      field.focus()
      if (text !== '') typeInto(field, text)
    },
  }
}

/** As if it was typed: whoever listens to the field learns of it. */
function typeInto(field: HTMLInputElement, text: string): void {
  const property = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
  property?.set?.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
