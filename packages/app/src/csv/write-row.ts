// Rows of separated values as they are written (RFC 4180), safe to open in a spreadsheet: a cell
// that one would run is marked as text, and whoever reads the row takes the mark away (T25).

/**
 * Spreadsheets run what begins like this, in full width and after white space too (OWASP: CSV
 * injection). Apostrophes before it are told apart from the mark.
 */
const FORMULA = /^'*(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/
/** Numbers with a sign, and of telephones: nothing in them can name a function or a cell. */
const NUMBER = /^[+-][\d ().,/-]*$/
const MARK = "'"

function isFormula(text: string): boolean {
  return FORMULA.test(text) && !NUMBER.test(text)
}

/** The cell with a mark where a spreadsheet would run it. */
export function markFormula(text: string): string {
  return isFormula(text) ? MARK + text : text
}

/** What the cell was before `markFormula`. */
export function unmarkFormula(cell: string): string {
  return cell.startsWith(MARK) && isFormula(cell.slice(1)) ? cell.slice(1) : cell
}

/** Signs that separate cells somewhere: spreadsheets take those of their country. */
const QUOTED = /[",;|\t\r\n]|^\s|\s$/

/** The cells of one row, without a line end. */
export function csvRow(cells: readonly (string | undefined)[], delimiter = ','): string {
  return cells.map((cell = '') => {
    const text = markFormula(cell)
    return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }).join(delimiter)
}
