// A workbook (.xlsx) → its visible sheets as CSV, for the readers of CSV to understand.
import type { Entry } from 'yauzl';
import type { Faults } from './faults.ts';
import type { Part } from './part.ts';
import { type Cells, sheetCells } from './sheet-cells.ts';
import { readXml } from './xml-rows.ts';

type Open = (entry: Entry) => AsyncIterable<Uint8Array>;

/** Characters of shared texts that are held. */
const mostShared = 256 * 1024 * 1024;

/** A part a sheet, named `book.xlsx/Sheet`. */
export async function* sheetParts(
  file: string,
  entries: readonly Entry[],
  open: Open,
  faults: Faults,
): AsyncGenerator<Part> {
  const byName = new Map(entries.map((entry) => [entry.fileName, entry]));
  const read = async (name: string, onOpen: Parameters<typeof readXml>[1]): Promise<void> => {
    const entry = byName.get(name);
    if (entry !== undefined) await readXml(open(entry), onOpen);
  };
  const sheets: { name: string; id: string; isHidden: boolean }[] = [];
  let is1904 = false;
  await read('xl/workbook.xml', {
    onOpen: (name, attributes) => {
      if (local(name) === 'workbookPr') is1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (local(name) !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => local(key) === 'id' && key.includes(':'))?.[1];
      const isHidden = attributes.state !== undefined && attributes.state !== 'visible';
      sheets.push({ name: attributes.name ?? '', id: id ?? '', isHidden });
    },
  });
  const targets = new Map<string, string>();
  await read('xl/_rels/workbook.xml.rels', {
    onOpen: (_, { Id, Target }) => {
      if (Id !== undefined && Target !== undefined) targets.set(Id, Target.replace(/^\/?(?:xl\/)?/, 'xl/'));
    },
  });
  const dates = await dateStyles(read);
  const shared = await sharedTexts(read, file, faults);
  for (const { name, id, isHidden } of sheets) {
    const entry = byName.get(targets.get(id) ?? '');
    if (entry === undefined || isHidden) continue;
    yield { file: `${file}/${name}`, bytes: csvOf(sheetCells(open(entry), { shared, dates, is1904 })) };
  }
}

/** `x:sheet` in some writers' files. */
function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

type Read = (name: string, events: Parameters<typeof readXml>[1]) => Promise<void>;

/** Which cell styles show dates. */
async function dateStyles(read: Read): Promise<readonly boolean[]> {
  const custom = new Set<number>();
  const styles: boolean[] = [];
  let isInCells = false;
  await read('xl/styles.xml', {
    onOpen: (name, { numFmtId, formatCode }) => {
      const tag = local(name);
      const format = Number(numFmtId);
      if (tag === 'numFmt' && /[dmyhs]/i.test((formatCode ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')))
        custom.add(format);
      if (tag === 'cellXfs') isInCells = true;
      if (tag === 'xf' && isInCells)
        styles.push((format >= 14 && format <= 22) || (format >= 45 && format <= 47) || custom.has(format));
    },
    onClose: (name) => {
      if (local(name) === 'cellXfs') isInCells = false;
    },
  });
  return styles;
}

async function sharedTexts(read: Read, file: string, faults: Faults): Promise<readonly string[]> {
  const texts: string[] = [];
  let pieces: string[] = [];
  let size = 0;
  let isPhonetic = false;
  await read('xl/sharedStrings.xml', {
    onOpen: (name) => {
      if (local(name) === 'si') pieces = [];
      if (local(name) === 'rPh') isPhonetic = true;
    },
    onClose: (name, text) => {
      if (local(name) === 'rPh') isPhonetic = false;
      if (local(name) === 't' && !isPhonetic) pieces.push(text);
      if (local(name) !== 'si') return;
      const whole = pieces.join('');
      size += whole.length;
      texts.push(size > mostShared ? '' : whole);
    },
  });
  if (size > mostShared)
    faults.push({ file, reason: `more than ${mostShared >> 20} MB of shared texts: the rest reads as empty` });
  return texts;
}

/** Rows of cells as CSV bytes; a row that the sheet skips is an empty line, so that line numbers are row numbers. */
async function* csvOf(rows: AsyncIterable<Cells>): AsyncGenerator<Uint8Array> {
  let line = 1;
  let text = '';
  for await (const { row, cells } of rows) {
    // Rows far apart are no reason to write a million empty lines.
    if (row - line < 10_000) for (; line < row; line++) text += '\n';
    const written = cells.map((cell) => (/[;"\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
    text += `${written.join(';')}\n`;
    line += 1;
    if (text.length < 64 * 1024) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}
