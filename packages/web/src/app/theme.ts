// How the pages look: one theme, light and dark, and the colours that stand for a fault, a remedy
// or a state wherever they appear.

import { Anchor, createTheme, Menu, type MantineThemeOverride } from '@mantine/core'

/** The library's cyan, but for the last but one: white on it is to be read (WCAG 1.4.3). */
const CYAN = [
  '#e3fafc', '#c5f6fa', '#99e9f2', '#66d9e8', '#3bc9db', '#22b8cf', '#15aabf', '#1098ad',
  '#0a7b8e', '#0b7285',
] as const

export const theme: MantineThemeOverride = createTheme({
  colors: { cyan: CYAN },
  primaryColor: 'cyan',
  primaryShade: 9,
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  headings: { fontWeight: '650' },
  components: {
    // Within the landmark of what opens it, and with nothing in it but what can be chosen.
    Menu: Menu.extend({
      defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false },
    }),
    // Within a text, colour alone does not tell a link (WCAG 1.4.1).
    Anchor: Anchor.extend({
      defaultProps: { underline: 'always' },
      styles: { root: {
        textUnderlineOffset: 3, textDecorationThickness: 1,
        textDecorationColor: 'color-mix(in srgb, currentColor 45%, transparent)',
      } },
    }),
  },
})

/** Whose fault it is. */
export const FAULT_COLORS: Readonly<Record<string, string>> = {
  recipient: 'orange', sender: 'grape', content: 'blue', network: 'yellow', unknown: 'gray',
}

/** What to do. */
export const REMEDY_COLORS: Readonly<Record<string, string>> = {
  suppress: 'red', retry: 'yellow', fix: 'grape', none: 'gray',
}

/** What became of an address. */
export const STATUS_COLORS: Readonly<Record<string, string>> = {
  active: 'teal', watch: 'yellow', paused: 'orange', probing: 'blue', suppressed: 'red',
  removed: 'gray',
}
