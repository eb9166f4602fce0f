// HTML of message bodies → the words that people saw.
import { Parser } from 'htmlparser2';

const lines = new Set(['br', 'p', 'div', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'blockquote', 'ul', 'ol', 'table']);
const unseen = new Set(['script', 'style', 'head', 'title']);

/** The text of an HTML fragment: entities decoded, a line a paragraph, what is not shown left out. */
export function htmlText(html: string): string {
  if (!/[<&]/.test(html)) return html;
  let text = '';
  let hidden = 0;
  const parser = new Parser(
    {
      onopentag: (name) => {
        if (unseen.has(name)) hidden += 1;
        else if (lines.has(name)) text += '\n';
      },
      ontext: (words) => {
        if (hidden === 0) text += words;
      },
      onclosetag: (name) => {
        if (unseen.has(name)) hidden -= 1;
        else if (lines.has(name)) text += '\n';
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return text
    .replace(/[ \t]+/g, ' ')
    .replace(/ *\n[ \n]*/g, '\n')
    .trim();
}
