// How the pages look: one theme, light and dark, and the colours that stand for a fault, a remedy
// or a state wherever they appear.

import { Anchor, createTheme, type MantineThemeOverride } from '@mantine/core'

export const theme: MantineThemeOverride = createTheme({
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
