/*
 * Spreadsheets take a cell that begins with one of these for a formula and carry it out, also behind spaces and
 * invisible characters, and some in their full-width and other forms. Quotes count like spaces: a reader with another
 * separator takes them off.
 */
const FORMULA = '=+\\-@−⁺⁻⁼₊₋₌⩵⩶﬩﹢﹣﹦﹫＋－＝＠';
const BEFORE = `[\\s\\p{Cf}'"]*`;

/**
 * Where an apostrophe makes text of a formula: at the start of a cell, and after whatever another program may take for
 * the end of one (a semicolon is the separator in half of the world). A run of apostrophes counts as nothing, so that
 * exactly one more can always be taken out again.
 */
const GUARDED = new RegExp(
  `(?:^|(?<=[;\\t\\r\\n]))(?=${BEFORE}[${FORMULA}])|^(?='*[\\t\\r\\n])`,
  'gu',
);

/** A text that no spreadsheet takes for a formula. Nothing is lost: one apostrophe was put before what looked like one. */
export const guarded = (text: string): string => text.replace(GUARDED, "'");

const cell = (text: string): string => `"${guarded(text).replaceAll('"', '""')}"`;

/** Tells a spreadsheet that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Rows of cells as a file for spreadsheets: RFC 4180, every cell quoted and {@link guarded}, UTF-8 with its mark. */
export const csv = (rows: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
